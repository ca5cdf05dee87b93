// A picture of each place on the walk. For who sees it only: the name of the place stands by it.

import type { ComponentChildren } from "preact";
import type { Station } from "./route";
import "./scene.css";

type Place = Station["place"];

interface FigureProps {
  /** Where somebody stands, in the picture's own measure. */
  x: number;
  y?: number;
  /** Of a grown-up this is 1. */
  size?: number;
  kind?: "parent" | "child" | "staff";
}

const Figure = ({ x, y = 148, size = 1, kind = "parent" }: FigureProps) => (
  <g class={`ps-figure ps-figure-${kind}`} transform={`translate(${x} ${y}) scale(${size})`}>
    <path d="M-11 0v-27a11 11 0 0 1 22 0V0z" />
    <circle cy="-48" r="8.5" />
  </g>
);

/** Who walks through all the places. */
const Visitors = ({ x }: { x: number }) => (
  <>
    <Figure x={x} />
    <Figure x={x + 24} size={0.6} kind="child" />
  </>
);

const Tree = ({ x }: { x: number }) => (
  <g>
    <path class="ps-ink" d={`M${x} 148v-30`} />
    <circle class="ps-leaf" cx={x} cy="98" r="22" />
  </g>
);

const Plant = ({ x, y = 148 }: { x: number; y?: number }) => (
  <g transform={`translate(${x} ${y})`}>
    <path
      class="ps-leaf"
      d="M0-18c-14-4-16-16-12-24 8 4 12 12 12 24zm0 0c14-4 16-16 12-24-8 4-12 12-12 24z"
    />
    <path class="ps-warm" d="M-9-18H9L7 0H-7z" />
  </g>
);

const SCENES: Record<Place, ComponentChildren> = {
  street: (
    <>
      <Tree x={34} />
      <path class="ps-wall" d="M150 148V62h120v86z" />
      <path class="ps-roof" d="M140 62 210 24l70 38z" />
      <path class="ps-paper" d="M180 72h60v14h-60z" />
      <path class="ps-ink" d="M188 79h44" />
      <path class="ps-door" d="M196 148v-42h28v42z" />
      <path class="ps-paper" d="M160 100h22v22h-22zm78 0h22v22h-22z" />
      <Tree x={300} />
      <path class="ps-ink" d="M108 148V78" />
      <path class="ps-warm" d="M84 78h38l10 9-10 9H84z" />
      <Visitors x={62} />
    </>
  ),
  door: (
    <>
      <path class="ps-wall" d="M90 148V20h140v128z" />
      <path class="ps-door" d="M124 148V46h36v102zm36 0V46h36v102z" />
      <path class="ps-paper" d="M131 56h22v34h-22zm36 0h22v34h-22z" />
      <path class="ps-ink" d="M153 104v12m14-12v12" />
      <path class="ps-paper" d="M132 26h56v13h-56z" />
      <path class="ps-ink" d="M140 32.500h40" />
      <circle class="ps-warm" cx="212" cy="92" r="6" />
      <path class="ps-warm" d="M122 148h76v6h-76z" />
      <path
        class="ps-ink"
        d="M14 148v-44m18 44v-44m18 44v-44m-44 12h52m-52 18h52M248 148v-44m18 44v-44m18 44v-44m18 44v-44m-62 12h66m-66 18h66"
      />
      <Visitors x={68} />
    </>
  ),
  hall: (
    <>
      <path class="ps-wall" d="M8 148V16h304v132z" />
      <path class="ps-paper" d="M24 34h74v48H24z" />
      <g class="ps-warm">
        <circle cx="40" cy="50" r="6" />
        <circle cx="61" cy="50" r="6" />
        <circle cx="82" cy="50" r="6" />
      </g>
      <path class="ps-ink" d="M34 66h12m9 0h12m9 0h12M34 74h12m9 0h12m9 0h12" />
      <path class="ps-ink" d="M24 148v-20h64v20m-70-20h76" />
      <path class="ps-ink" d="M122 40h66" />
      <path class="ps-leaf" d="M128 40c-8 8-6 26-6 34h16c0-8 2-26-6-34z" />
      <path class="ps-warm" d="M154 40c-8 8-6 30-6 38h16c0-8 2-30-6-38z" />
      <path class="ps-door" d="M180 40c-8 8-6 22-6 30h16c0-8 2-22-6-30z" />
      <Figure x={262} y={130} kind="staff" />
      <path class="ps-roof" d="M212 148v-40h96v40z" />
      <path class="ps-paper" d="M204 102h112v8H204z" />
      <Visitors x={150} />
    </>
  ),
  corridor: (
    <>
      <path class="ps-wall" d="M8 148V16h304v132z" />
      <path class="ps-door" d="M28 148V52h46v96zm218 0V52h46v96z" />
      <path class="ps-paper" d="M40 62h22v26H40zm218 0h22v26h-22z" />
      <path class="ps-ink" d="M66 104v10m188-10v10" />
      <path class="ps-paper" d="M96 40h32v26H96zm48 0h32v26h-32zm48 0h32v26h-32z" />
      <path class="ps-warm" d="m100 62 8-12 6 7 4-5 6 10z" />
      <circle class="ps-warm" cx="160" cy="53" r="7" />
      <path class="ps-leaf" d="M200 60c2-14 14-14 16 0z" />
      <path class="ps-warm" d="M132 84h44l10 9-10 9h-44z" />
      <Visitors x={196} />
      <Plant x={100} />
    </>
  ),
  room: (
    <>
      <path class="ps-wall" d="M8 148V16h304v132z" />
      <path class="ps-paper" d="M28 32h76v54H28z" />
      <path class="ps-ink" d="M66 32v54M28 59h76" />
      <path class="ps-roof" d="M128 34h86v48h-86z" />
      <path class="ps-chalk" d="M140 52c10-10 14 10 24 0s14 8 24 0m-48 16h40" />
      <path class="ps-ink" d="M236 60h60m-60 30h60m-60-44v44m60-44v44" />
      <path class="ps-warm" d="M242 44h9v16h-9zm26 4h9v12h-9zm-16 26h9v16h-9z" />
      <path class="ps-leaf" d="M252 42h9v18h-9zm28 4h9v14h-9zm-16 30h9v14h-9z" />
      <path class="ps-paper" d="M140 116h88v8h-88z" />
      <path
        class="ps-ink"
        d="M154 124v24m60-24v24M112 148v-20h20v20m-20-20v-22m142 42v-20h-20v20m20-20v-22"
      />
      <Visitors x={60} />
      <Plant x={292} />
    </>
  ),
  digital: (
    <>
      <path class="ps-night" d="M8 16h304v132H8z" />
      <path class="ps-warm" d="M276 34a15 15 0 1 0 14 22 13 13 0 0 1-14-22z" />
      <path class="ps-paper" d="M52 44h124v80H52z" />
      <path class="ps-roof" d="M52 44h124v16H52z" />
      <path class="ps-ink" d="M66 74h44m-44 12h60m-60 12h36" />
      <path class="ps-warm" d="M134 76h30v28h-30z" />
      <path class="ps-door" d="M38 124h152l-8 12H46z" />
      <rect class="ps-paper" x="214" y="40" width="54" height="100" rx="9" />
      <path class="ps-leaf" d="M222 58h28v14h-28z" />
      <path class="ps-warm" d="M232 80h28v14h-28z" />
      <path class="ps-leaf" d="M222 102h22v14h-22z" />
      <path class="ps-ink" d="M234 130h14" />
    </>
  ),
  first_contact: (
    <>
      <path class="ps-wall" d="M8 148V16h304v132z" />
      <path
        class="ps-paper"
        d="M40 26h84a8 8 0 0 1 8 8v22a8 8 0 0 1-8 8H98l-10 12-2-12H40a8 8 0 0 1-8-8V34a8 8 0 0 1 8-8z"
      />
      <path class="ps-ink" d="M48 40h66m-66 11h44" />
      <path
        class="ps-leaf"
        d="M206 30h66a8 8 0 0 1 8 8v16a8 8 0 0 1-8 8h-36l-2 12-10-12h-18a8 8 0 0 1-8-8V38a8 8 0 0 1 8-8z"
      />
      <path class="ps-ink" d="M216 46h44" />
      <Figure x={96} />
      <Figure x={224} kind="staff" />
      <Figure x={66} size={0.6} kind="child" />
      <path class="ps-paper" d="M120 112h80v8h-80z" />
      <path class="ps-ink" d="M160 120v28m-18 0h36" />
      <path class="ps-warm" d="M134 101h13v11h-13zm39 0h13v11h-13z" />
      <path class="ps-ink" d="M147 104h4v5h-4m39-5h4v5h-4" />
      <Plant x={290} />
    </>
  ),
};

/** Where in each picture somebody thinks, from 0 at its beginning to 320. */
const THINKER: Record<Place, number> = {
  street: 62,
  door: 68,
  hall: 150,
  corridor: 196,
  room: 60,
  digital: 241,
  first_contact: 96,
};

export const Scene = ({ place }: { place: Place }) => (
  <svg class="ps-scene" viewBox="0 0 320 160" aria-hidden="true">
    {SCENES[place]}
    <path class="ps-ground" d="M0 148h320" />
  </svg>
);

/** A place, and what somebody thinks who comes there for the first time. */
export const Sight = ({ place, view }: Pick<Station, "place" | "view">) => (
  <div class="ps-sight" style={`--thinker: ${THINKER[place] / 320}`}>
    <Scene place={place} />
    <blockquote class="ps-thinks">{view}</blockquote>
  </div>
);
