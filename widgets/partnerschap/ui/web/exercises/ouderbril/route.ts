// The walk of a parent as it stands in the content, and what a reader found on it.

import type { Words } from "../../lib/words";
import { line, type NewStep } from "../../plan/step";
import { LIMITS, type Point, type RoutesContent, type Station } from "../../protocol";

export type { Point, RoutesContent, Station };

export const MARKS = ["good", "better", "unseen"] as const;
export type Mark = (typeof MARKS)[number];

/** What can be said of a point afterwards; open when nothing was marked. */
export const KINDS = [...MARKS, "open"] as const;
export type Kind = (typeof KINDS)[number];

export const MOST_CHANGES = 3;
/** Characters. */
export const LONGEST = { note: 500, change: 100 };

export const PLAN_FIELDS = ["what", "who", "when"] as const;
export type Plan = Record<(typeof PLAN_FIELDS)[number], string>;

/** What can be changed; a reader's own idea has no station. */
export interface Change {
  id: string;
  text: string;
  station?: string;
}

/** What is remembered. */
export interface WalkMemory {
  sector: string | null;
  /** Position of the station that is open. */
  station: number;
  /** A mark for each point. */
  marks: Record<string, string>;
  /** A note for each station. */
  notes: Record<string, string>;
  /** Changes of the reader's own. */
  own: Change[];
  /** Ids of the points and own changes that come first. */
  picks: string[];
  /** What, who and when for each of those. */
  plans: Record<string, Partial<Plan>>;
}

export const EMPTY: WalkMemory = {
  sector: null,
  station: 0,
  marks: {},
  notes: {},
  own: [],
  picks: [],
  plans: {},
};
export const PLACED = ["station"] as const;

/** The stations of the sector; none as long as there is no sector. */
export const stationsOf = ({ routes }: RoutesContent, { sector }: Pick<WalkMemory, "sector">) =>
  routes.find(({ id }) => id === sector)?.stations ?? [];

/** The points that could be better. */
export const toImprove = (stations: Station[], { marks }: Pick<WalkMemory, "marks">): Change[] =>
  stations.flatMap(({ name, points }) =>
    points.filter(({ id }) => marks[id] === "better").map((point) => ({ ...point, station: name })),
  );

/** The first changes, in the order of the walk; a point that is in order after all is none. */
export const firstChanges = (
  stations: Station[],
  memory: Pick<WalkMemory, "marks" | "own" | "picks">,
): Change[] =>
  [...toImprove(stations, memory), ...memory.own].filter(({ id }) => memory.picks.includes(id));

/** Add an idea of the reader's own, as one of the first changes. */
export function addOwn({ own, picks }: Pick<WalkMemory, "own" | "picks">, text: string) {
  const last = Math.max(0, ...own.map(({ id }) => Number(id.slice("own-".length))));
  const id = `own-${last + 1}`;
  return { own: [...own, { id, text }], picks: [...picks, id] };
}

/** Leave an idea out, with its plan: the next one may get the same id. */
export function removeOwn(
  { own, picks, plans }: Pick<WalkMemory, "own" | "picks" | "plans">,
  removed: string,
) {
  const { [removed]: _, ...others } = plans;
  return {
    own: own.filter(({ id }) => id !== removed),
    picks: picks.filter((id) => id !== removed),
    plans: others,
  };
}

/** The points of a station by what is said of them. */
export function pointsByKind(
  { points }: Station,
  { marks }: Pick<WalkMemory, "marks">,
): Record<Kind, Point[]> {
  const of = (kind: Kind) => points.filter(({ id }) => (marks[id] ?? "open") === kind);
  return { good: of("good"), better: of("better"), unseen: of("unseen"), open: of("open") };
}

/** How many points are marked. */
export const countMarked = (points: Point[], { marks }: Pick<WalkMemory, "marks">) =>
  points.filter(({ id }) => id in marks).length;

/** A change as a step of the plan; when it is ready is told there in the reader's own words. */
export function stepFor(
  { text }: Change,
  { what, who = "", when = "" }: Partial<Plan>,
  word: Words["word"],
): NewStep {
  const owner = line(who);
  const fits = owner.length <= LIMITS.planStepOwner;
  const told = [
    !fits && `${word("ouderbril.plan_who")} ${owner}`,
    line(when) && `${word("ouderbril.plan_when")} ${line(when)}`,
  ];
  return {
    item: null,
    action: null,
    area: "omgeving",
    text: line(what || text),
    owner: fits ? owner : "",
    first_step: told.filter(Boolean).join(" "),
  };
}
