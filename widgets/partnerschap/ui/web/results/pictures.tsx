// The pictures of the whole report, drawn by the kernel when they are asked for.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { BusyButton } from "../controls/buttons";
import { Drawing } from "../controls/drawing";
import { Section } from "../controls/panels";
import { useApp } from "../lib/app";
import type { Reply } from "../lib/connection";
import { Table } from "./charts";
import "../styles/tables.css";
import "../controls/waiting.css";
import "./pictures.css";

/** What is asked of the kernel, as a file is. */
const PICTURES = "pictures.svg";

/** As `partnerschap.ui.made_file` sends it. */
interface Picture {
  heading: string;
  reading: string;
  legend: string;
  svg: string;
  /** The picture in a sentence. */
  alternative: string;
  header: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

type Drawn =
  | { state: "asked" | "waiting" }
  | { state: "failed"; text: string }
  | { state: "ready"; pictures: readonly Picture[] };

/** A button that has the pictures drawn, and the place where they come. */
export function Pictures({ make }: { make: (file: string) => Promise<Reply> }) {
  const { word } = useApp();
  const [drawn, setDrawn] = useState<Drawn>({ state: "asked" });
  const place = useRef<HTMLDivElement>(null);
  const isReady = drawn.state === "ready";
  const draw = async () => {
    setDrawn({ state: "waiting" });
    const reply = await make(PICTURES);
    if (reply.kind === "pictures") setDrawn({ state: "ready", pictures: reply.pictures });
    else {
      const text = reply.reason === "lost" ? word("file.pictures_lost") : (reply.message ?? "");
      setDrawn({ state: "failed", text });
    }
  };
  useLayoutEffect(() => {
    if (isReady) place.current?.querySelector("h4")?.focus();
  }, [isReady]);
  return (
    <Section title={word("file.pictures")}>
      <p>{word("file.pictures_what")}</p>
      {!isReady && (
        <p class="ps-buttons ps-undrawn">
          <BusyButton onClick={draw}>{word("file.pictures_draw")}</BusyButton>
        </p>
      )}
      <Told drawn={drawn} />
      <div ref={place}>
        {isReady && drawn.pictures.map((one) => <PictureView key={one.heading} {...one} />)}
      </div>
    </Section>
  );
}

function Told({ drawn }: { drawn: Drawn }) {
  const { word } = useApp();
  // Who sees the pictures need not read that they are there.
  const classes = { asked: "", waiting: "ps-waiting", failed: "ps-problem", ready: "ps-hidden" };
  return (
    <p role="status" class={classes[drawn.state]}>
      {drawn.state === "waiting" && <span class="ps-spinner" aria-hidden="true" />}
      {drawn.state === "waiting" && word("file.pictures_drawing")}
      {drawn.state === "failed" && drawn.text}
      {drawn.state === "ready" && word("file.pictures_ready")}
    </p>
  );
}

/** A picture with its sentence below it and its figures in a table. */
function PictureView({ heading, reading, legend, svg, alternative, header, rows }: Picture) {
  const { word } = useApp();
  return (
    <div class="ps-picture">
      <h4 tabIndex={-1}>{heading}</h4>
      {reading && <p>{reading}</p>}
      <figure>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, with the keyboard too */}
        <section class="ps-scroll" tabIndex={0} aria-label={heading}>
          <div class="ps-drawn" role="img" aria-label={alternative}>
            {legend && <Drawing svg={legend} />}
            <Drawing svg={svg} />
          </div>
        </section>
        {/* The picture itself already says it to who does not see it. */}
        <figcaption class="ps-hint" aria-hidden="true">
          {alternative}
        </figcaption>
      </figure>
      <Table summary={word("result.table")} columns={header} rows={rows} />
    </div>
  );
}
