// @ts-check
// What the walk brought: the first changes, and each station in words, a bar and the notes.

import { lastRow } from "../../controls/parts.js";
import { h, section } from "../../lib/dom.js";
import { table } from "../../results/dom-adapters.js";

/** @typedef {import("../../controls/parts.js").Stage} Stage */

const KINDS = ["good", "better", "unseen", "open"];

/**
 * @param {Stage} stage
 * @param {any[]} stations
 * @param {import("./changes.js").Change[]} chosen The first changes.
 */
export function overview(stage, stations, chosen) {
  const { memory, word, specification } = stage;
  const markOf = (/** @type {any} */ { id }) => memory.marks[id] ?? "open";
  const rows = stations.map((station) => ({
    station,
    points: Object.fromEntries(
      KINDS.map((kind) => [
        kind,
        station.points.filter((/** @type {any} */ point) => markOf(point) === kind),
      ]),
    ),
  }));
  const sector = specification.sectors.find((/** @type {any} */ one) => one.id === memory.sector);
  return [
    h("h2", {}, word("ouderbril.overview_heading")),
    sector && h("p", { class: "ps-hint" }, sector.name),
    section(
      word("ouderbril.first_heading"),
      chosen.length ? changeCards(stage, chosen) : h("p", {}, word("ouderbril.first_none")),
    ),
    section(
      word("ouderbril.walk_heading"),
      ...rows.map((row) => stationOf(stage, row)),
      table(
        word("ouderbril.table"),
        [word("ouderbril.column_station"), ...KINDS.map((kind) => word(`ouderbril.mark_${kind}`))],
        rows.map(({ station, points }) => [
          station.name,
          ...KINDS.map((kind) => points[kind].length),
        ]),
      ),
    ),
    section(word("ouderbril.next_heading"), h("p", {}, word("ouderbril.next"))),
    lastRow(stage, { back: "changes", print: true }),
  ];
}

/** @param {Stage} stage @param {import("./changes.js").Change[]} chosen */
function changeCards({ memory, word }, chosen) {
  return h(
    "ol",
    { class: "ps-cards" },
    ...chosen.map(({ id, text, station }) => {
      const { what = "", who = "", when = "" } = memory.plans[id] ?? {};
      return h(
        "li",
        { class: "ps-card" },
        h("p", { class: "ps-action" }, text, h("span", { class: "ps-hint" }, station)),
        h(
          "dl",
          { class: "ps-planned" },
          ...Object.entries({ what, who, when }).map(([name, told]) =>
            h(
              "div",
              {},
              h("dt", {}, word(`ouderbril.plan_${name}`)),
              h("dd", {}, told || word("ouderbril.plan_open")),
            ),
          ),
        ),
      );
    }),
  );
}

/**
 * One station: how many points of each kind, which they are, and the note.
 * @param {Stage} stage
 * @param {{station: any, points: Record<string, any[]>}} row
 */
function stationOf({ memory, word }, { station, points }) {
  const kinds = KINDS.filter((kind) => points[kind].length > 0);
  const said = kinds.map((kind) =>
    word("ouderbril.part", { n: points[kind].length, kind: word(`ouderbril.few_${kind}`) }),
  );
  const note = memory.notes[station.id]?.trim();
  return h(
    "div",
    { class: "ps-panel" },
    h("h4", {}, station.name),
    h("p", { class: "ps-hint" }, said.join(", ")),
    h(
      "div",
      { class: "ps-seen", "aria-hidden": "true" },
      ...kinds.map((kind) =>
        h("span", { class: `ps-seen-${kind}`, style: `flex-grow: ${points[kind].length}` }),
      ),
    ),
    h(
      "dl",
      { class: "ps-sides ps-found" },
      ...kinds
        .filter((kind) => kind !== "open")
        .map((kind) =>
          h(
            "div",
            { class: `ps-found-${kind}` },
            h("dt", {}, word(`ouderbril.mark_${kind}`)),
            ...points[kind].map(({ text }) => h("dd", {}, text)),
          ),
        ),
      note &&
        h(
          "div",
          {},
          h("dt", {}, word("ouderbril.noted")),
          h("dd", { class: "ps-own-words" }, note),
        ),
    ),
  );
}
