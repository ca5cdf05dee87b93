// @ts-check
// What two sides expect of each other: collect, group and mark, and see what was never said.

import "../../styles/exercise.css";
import { listEditor } from "../../controls/list-editor-dom.js";
import {
  choices,
  field,
  lastRow,
  mainButton,
  open,
  privacy,
  problem,
  progress,
} from "../../controls/parts.js";
import { h } from "../../lib/dom.js";
import { isMarked, overview } from "./overview.js";

/** @typedef {import("../../controls/parts.js").Stage} Stage */

/**
 * @typedef {object} Expectation
 * @property {string} id
 * @property {string} side
 * @property {string} text
 * @property {string} theme Empty when none is chosen.
 * @property {"" | "yes" | "no"} spoken
 * @property {"" | "yes" | "no"} shared
 */

const MOST = 12;

/** @param {{model: import("@anywidget/types").AnyModel, el: HTMLElement}} context */
function render(context) {
  const { exercise, content } = context.model.get("specification");
  const asked = new URLSearchParams(window.location.search).get("set");
  const set = content.sets.find((/** @type {any} */ one) => one.id === asked) ?? content.sets[0];
  open(context, {
    empty: { expectations: [] },
    // Each set is kept under a name of its own; the first one under that of the exercise.
    key: set === content.sets[0] ? exercise : `${exercise}.${set.id}`,
    screens: {
      collect: (stage) => collect(stage, set),
      mark: (stage) => mark(stage, set),
      overview: (stage) => overview(stage, set),
    },
  });
}

/** @param {Stage} stage @param {any} set */
function collect(stage, set) {
  const { memory, word } = stage;
  const trouble = problem();
  const next = () => {
    if (memory.expectations.length) stage.go("mark");
    else trouble.tell(word("verwachtingen.none"));
  };
  return [
    h("h2", {}, word("verwachtingen.collect_heading")),
    h("p", {}, set.intro),
    privacy(stage),
    h(
      "div",
      { class: "ps-columns" },
      ...set.sides.map((/** @type {any} */ side) => column(stage, side, () => trouble.tell(""))),
    ),
    trouble.place,
    h("p", { class: "ps-buttons" }, mainButton(word("verwachtingen.to_mark"), next)),
    lastRow(stage),
  ];
}

/** What one side expects. @param {Stage} stage @param {any} side @param {() => void} changed */
function column(stage, side, changed) {
  const { content, memory, word, keep, say } = stage;
  const own = () =>
    memory.expectations.filter((/** @type {Expectation} */ one) => one.side === side.id);

  const add = (/** @type {string} */ text, theme = "") => {
    const last = Math.max(
      0,
      ...memory.expectations.map((/** @type {Expectation} */ { id }) => Number(id.slice(1))),
    );
    const expectation = { id: `e${last + 1}`, side: side.id, text, theme, spoken: "", shared: "" };
    keep({ expectations: [...memory.expectations, expectation] });
    changed();
    showExamples();
  };

  const list = listEditor(stage, {
    label: word("verwachtingen.field"),
    longest: content.longest,
    most: MOST,
    entries: own,
    add,
    remove({ id }) {
      keep({
        expectations: memory.expectations.filter((/** @type {Expectation} */ one) => one.id !== id),
      });
      showExamples();
    },
  });

  const examples = h("ul", { class: "ps-entries" });
  const showExamples = () => {
    const used = own().map((/** @type {Expectation} */ { text }) => text);
    examples.replaceChildren(
      ...side.examples
        .filter((/** @type {any} */ { text }) => !used.includes(text))
        .map((/** @type {any} */ { text, theme }) =>
          h(
            "li",
            {},
            h("span", {}, text),
            h(
              "button",
              {
                class: "ps-clear",
                type: "button",
                "aria-label": word("verwachtingen.take_of", { text }),
                onclick: () => {
                  if (own().length >= MOST) return;
                  add(text, theme);
                  list.show();
                  say(word("exercise.added", { text }));
                  const next = /** @type {HTMLElement | null} */ (examples.querySelector("button"));
                  if (next) next.focus();
                  else list.focus();
                },
              },
              word("verwachtingen.take"),
            ),
          ),
        ),
    );
  };

  showExamples();
  return h(
    "section",
    { class: "ps-column" },
    h("h3", {}, side.title),
    h("p", { class: "ps-hint" }, side.hint),
    list.place,
    h("details", { class: "ps-table" }, h("summary", {}, word("verwachtingen.examples")), examples),
  );
}

/** @param {Stage} stage @param {any} set */
function mark(stage, set) {
  const { memory, word, keep } = stage;
  const far = progress(stage, memory.expectations.length);
  const tellProgress = () => {
    const done = memory.expectations.filter(isMarked).length;
    far.tell(done, word("verwachtingen.progress", { done, total: memory.expectations.length }));
  };
  const change = (/** @type {string} */ id, /** @type {Partial<Expectation>} */ changes) => {
    const changed = (/** @type {Expectation} */ one) =>
      one.id === id ? { ...one, ...changes } : one;
    keep({ expectations: memory.expectations.map(changed) });
    tellProgress();
  };
  tellProgress();
  return [
    h("h2", {}, word("verwachtingen.mark_heading")),
    h("p", {}, word("verwachtingen.mark_intro")),
    h(
      "dl",
      { class: "ps-key" },
      ...["spoken", "shared"].map((name) =>
        h(
          "div",
          {},
          h("dt", {}, word(`verwachtingen.${name}_yes`)),
          h("dd", {}, word(`verwachtingen.${name}_means`)),
        ),
      ),
    ),
    far.place,
    ...set.sides.map((/** @type {any} */ side) => {
      const own = memory.expectations.filter(
        (/** @type {Expectation} */ one) => one.side === side.id,
      );
      return (
        own.length > 0 &&
        h(
          "section",
          { class: "ps-section" },
          h("h3", {}, side.title),
          ...own.map((/** @type {Expectation} */ one) => expectationOf(stage, set, one, change)),
        )
      );
    }),
    h(
      "p",
      { class: "ps-buttons" },
      mainButton(word("verwachtingen.to_overview"), () => stage.go("overview")),
    ),
    lastRow(stage, { back: "collect" }),
  ];
}

/**
 * One expectation with its theme and marks.
 * @param {Stage} stage
 * @param {any} set
 * @param {Expectation} expectation
 * @param {(id: string, changes: Partial<Expectation>) => void} change
 */
function expectationOf({ word }, set, { id, text, theme, spoken, shared }, change) {
  const yesOrNo = (/** @type {"spoken" | "shared"} */ name, /** @type {string} */ chosen) =>
    choices(
      word(`verwachtingen.${name}_question`),
      `${name}-${id}`,
      ["yes", "no"].map((answer) => ({
        id: answer,
        name: word(`verwachtingen.${name}_${answer}`),
      })),
      chosen,
      (answer) => change(id, { [name]: answer }),
    );
  return h(
    "fieldset",
    { class: "ps-item" },
    h("legend", {}, text),
    field(
      word("verwachtingen.theme"),
      h(
        "select",
        { onchange: (/** @type {any} */ { target }) => change(id, { theme: target.value }) },
        h("option", { value: "" }, word("verwachtingen.theme_none")),
        ...set.themes.map((/** @type {any} */ one) =>
          h("option", { value: one.id, selected: one.id === theme }, one.name),
        ),
      ),
    ),
    h("div", { class: "ps-pair" }, yesOrNo("spoken", spoken), yesOrNo("shared", shared)),
  );
}

export default { render };
