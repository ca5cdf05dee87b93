// Bars with words, and the table of the same figures beside each. They need no result around them:
//
//   <AreaBars bars={[{ id, name, share, middle, text, value }]} />
//   <Distribution counts={[0, 1, 4, 2, 0]} points={["Nooit", …]} name="what is answered" />
//   <Table summary="…" columns={["…"]} rows={[["name of the row", 1, 2]]} />

import { AreaIcon } from "../controls/drawn/area-icon";
import { useApp } from "../lib/app";
import type { Words } from "../lib/words";
import type { ItemFigures } from "../protocol";
import { areaColour } from "../questionnaire/content";
import { type Counts, CUT, type Share } from "./figures";
import "../styles/tables.css";
import "./charts.css";

export interface Bar {
  /** Of an area, of which it has the colour. */
  id: string;
  name: string;
  share: Share;
  /** What part comes behind the share: the answers in the middle, where they are known. */
  middle?: number | null;
  /** Of one form: its answers 1..5, each a column in the place of the bar. */
  answers?: readonly number[];
  /** The bar in a sentence, for who does not see it. */
  text: string;
  value: string;
}

interface AreaBarsProps {
  bars: readonly Bar[];
  /** Whether each bar is an area, whose icon stands beside its name. */
  hasIcons?: boolean;
}

export function AreaBars({ bars, hasIcons = false }: AreaBarsProps) {
  return (
    <ul class="ps-bars">
      {bars.map(({ id, name, share, middle, answers, text, value }) => (
        <li key={`${id} ${name}`} class="ps-bar" style={areaColour(id)} data-id={id}>
          <span class="ps-hidden">{text}</span>
          <span class="ps-bar-name" aria-hidden="true">
            {hasIcons && <AreaIcon area={id} />} {name}
          </span>
          <span class="ps-bar-value" aria-hidden="true">
            {value}
          </span>
          {answers ? (
            <Columns answers={answers} />
          ) : (
            <span class="ps-bar-track" aria-hidden="true">
              {share !== null && <span class="ps-bar-fill" style={widthOf(share)} />}
              {Boolean(middle) && <span class="ps-bar-middle" style={widthOf(middle ?? 0)} />}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

const widthOf = (part: number) => `width: ${part * 100}%`;

/** Each answer of one form as a column: the higher the answer, the higher. */
function Columns({ answers }: { answers: readonly number[] }) {
  return (
    <span class="ps-columns" aria-hidden="true">
      {answers.map((answer, at) => (
        <span key={at} class="ps-column" data-answer={answer}>
          <span
            class={answer >= CUT ? "ps-column-high" : "ps-column-low"}
            style={`height: ${20 * answer}%`}
          />
        </span>
      ))}
    </span>
  );
}

/** The colours of a point of a scale. */
export const answerColours = (position: number) =>
  `background: var(--ps-answer-${position + 1}); color: var(--ps-answer-text-${position + 1})`;

/** The points that were answered, with how often. */
export const answered = (counts: Counts) =>
  counts.map((count, position) => ({ count, position })).filter(({ count }) => count > 0);

/** How often each point was answered, in words. */
export function countWords({ word }: Words, counts: Counts, points: readonly string[]): string[] {
  return answered(counts).map(({ count, position }) =>
    word("result.distribution_part", { count, point: points[position] ?? "" }),
  );
}

/** How often each answer was given to some items of one form, whatever their scales, the highest first. */
export function countedWords(
  { word }: Pick<Words, "word">,
  items: readonly Pick<ItemFigures, "id" | "counts">[],
  pointsOf: (id: string) => readonly string[],
): string[] {
  const times = new Map<string, { count: number; position: number }>();
  for (const { id, counts } of items) {
    for (const { count, position } of answered(counts ?? [])) {
      const point = pointsOf(id)[position] ?? "";
      times.set(point, { count: count + (times.get(point)?.count ?? 0), position });
    }
  }
  return [...times]
    .sort(([, one], [, other]) => other.position - one.position)
    .map(([point, { count }]) => word("result.distribution_part", { count, point }));
}

interface DistributionProps {
  counts: Counts;
  points: readonly string[];
  /** What is answered, for who does not see the bar. */
  name: string;
}

/** How the answers to one item are spread over the five points. */
export function Distribution({ counts, points, name }: DistributionProps) {
  const app = useApp();
  const words = countWords(app, counts, points);
  const text = app.word("result.distribution", { statement: name, counts: words.join(", ") });
  return (
    <div class="ps-distribution">
      <div class="ps-stack" role="img" aria-label={text}>
        {answered(counts).map(({ count, position }) => (
          <span key={position} style={`flex-grow: ${count}; ${answerColours(position)}`}>
            {count}
          </span>
        ))}
      </div>
      <p class="ps-hint" aria-hidden="true">
        {words.join(" · ")}
      </p>
    </div>
  );
}

interface TableProps {
  summary: string;
  /** How to read it. */
  note?: string | undefined;
  columns: readonly string[];
  /** The first cell names the row. */
  rows: readonly (readonly (string | number)[])[];
}

/** A table that folds away. */
export function Table({ summary, note, columns, rows }: TableProps) {
  return (
    <details class="ps-table">
      <summary>{summary}</summary>
      {note && <p class="ps-hint">{note}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, with the keyboard too */}
      <section class="ps-scroll" tabIndex={0} aria-label={summary}>
        <table>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <Row key={at} cells={row} />
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function Row({ cells: [first, ...rest] }: { cells: readonly (string | number)[] }) {
  return (
    <tr>
      <th scope="row">{first}</th>
      {rest.map((cell, at) => (
        <td key={at}>{cell}</td>
      ))}
    </tr>
  );
}
