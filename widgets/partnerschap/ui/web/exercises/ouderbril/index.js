// @ts-check
// A walk from the street to the room as a parent sees it, and the first changes that follow.

import "../../styles/exercise.css";
import {
  button,
  choices,
  field,
  lastRow,
  mainButton,
  open,
  privacy,
  problem,
  progress,
  sectors,
} from "../../controls/parts.js";
import { h } from "../../lib/dom.js";
import { changes, picked } from "./changes.js";
import { overview } from "./overview.js";

/** @typedef {import("../../controls/parts.js").Stage} Stage */

const MARKS = ["good", "better", "unseen"];
const LONGEST_NOTE = 500;

const EMPTY = {
  /** @type {string | null} */
  sector: null,
  /** Position of the station that is open. */
  station: 0,
  /** @type {Record<string, string>} A mark for each point. */
  marks: {},
  /** @type {Record<string, string>} A note for each station. */
  notes: {},
  /** @type {{id: string, text: string}[]} Changes of the reader's own. */
  own: [],
  /** @type {string[]} Ids of the points and own changes that come first. */
  picks: [],
  /** @type {Record<string, import("./changes.js").Plan>} */
  plans: {},
};

/** @param {{model: import("@anywidget/types").AnyModel, el: HTMLElement}} context */
function render(context) {
  open(context, {
    empty: EMPTY,
    screens: {
      start,
      walk,
      changes: (stage) => changes(stage, stationsOf(stage)),
      overview: (stage) => overview(stage, stationsOf(stage), picked(stage, stationsOf(stage))),
    },
  });
}

/** The stations of the sector. @param {Stage} stage @returns {any[]} */
const stationsOf = ({ content, memory }) =>
  content.routes.find((/** @type {any} */ route) => route.id === memory.sector)?.stations ?? [];

/** @param {Stage} stage */
function start(stage) {
  const { memory, word, keep } = stage;
  const trouble = problem();
  return [
    h("h2", {}, word("ouderbril.start_heading")),
    h("p", {}, word("ouderbril.start_intro")),
    h(
      "ul",
      { class: "ps-list" },
      ...["with", "slow", "phone"].map((tip) => h("li", {}, word(`ouderbril.tip_${tip}`))),
    ),
    privacy(stage),
    sectors(stage, (sector) => {
      trouble.tell("");
      keep({ sector, station: 0 });
    }),
    trouble.place,
    h(
      "p",
      { class: "ps-buttons" },
      mainButton(word("ouderbril.begin"), () => {
        if (memory.sector) stage.go("walk");
        else trouble.tell(word("ouderbril.no_sector"));
      }),
    ),
    lastRow(stage),
  ];
}

/** @param {Stage} stage */
function walk(stage) {
  const { memory, word, keep } = stage;
  const stations = stationsOf(stage);
  const position = Math.min(memory.station, stations.length - 1);
  const station = stations[position];
  const points = stations.flatMap((one) => one.points);
  const far = progress(stage, points.length);
  const steps = h("ol", { class: "ps-steps" });
  const seen = (/** @type {any[]} */ some) => some.filter(({ id }) => id in memory.marks).length;
  const goTo = (/** @type {number} */ other) => stage.go("walk", { station: other });

  const tellProgress = () => {
    far.tell(
      seen(points),
      word("ouderbril.progress", { done: seen(points), total: points.length }),
    );
    steps.replaceChildren(
      ...stations.map((one, other) => {
        const values = { name: one.name, done: seen(one.points), total: one.points.length };
        const label = word("ouderbril.station_progress", values);
        return h(
          "li",
          {},
          button("", () => goTo(other), {
            class: values.done === values.total ? "ps-step ps-step-done" : "ps-step",
            style: "--area: var(--ps-accent)",
            "aria-current": other === position && "step",
            "aria-label": label,
            title: label,
          }),
        );
      }),
    );
    steps.querySelectorAll("button").forEach((step, other) => step.append(String(other + 1)));
  };

  const marks = MARKS.map((id) => ({ id, name: word(`ouderbril.mark_${id}`) }));
  const last = position === stations.length - 1;
  tellProgress();
  return [
    far.place,
    h("nav", { "aria-label": word("ouderbril.stations") }, steps),
    h(
      "p",
      { class: "ps-hint ps-above" },
      word("ouderbril.position", { position: position + 1, total: stations.length }),
    ),
    h("h2", {}, station.name),
    h("blockquote", { class: "ps-quote" }, station.view),
    ...station.points.map((/** @type {any} */ { id, text }) =>
      choices(
        text,
        `mark-${id}`,
        marks,
        memory.marks[id],
        (mark) => {
          keep({ marks: { ...memory.marks, [id]: mark } });
          tellProgress();
        },
        "ps-marks ps-point",
      ),
    ),
    field(word("ouderbril.note"), noteOf(stage, station)),
    h(
      "p",
      { class: "ps-buttons" },
      position > 0 && button(word("exercise.previous"), () => goTo(position - 1)),
      last
        ? mainButton(word("ouderbril.to_changes"), () => stage.go("changes"))
        : mainButton(word("exercise.next"), () => goTo(position + 1)),
    ),
    lastRow(stage, { back: "start", backWord: word("ouderbril.to_start") }),
  ];
}

/** @param {Stage} stage @param {any} station */
function noteOf({ memory, keep }, { id }) {
  const area = /** @type {HTMLTextAreaElement} */ (
    h("textarea", {
      rows: 3,
      maxlength: LONGEST_NOTE,
      oninput: () => keep({ notes: { ...memory.notes, [id]: area.value } }),
    })
  );
  area.value = memory.notes[id] ?? "";
  return area;
}

export default { render };
