// @ts-check
// A vision in four points: who writes, the points one by one, and the whole text with a check.

import "../../styles/exercise.css";
import { button, field, lastRow, mainButton, open, privacy } from "../../controls/parts.js";
import { Connection } from "../../lib/connection";
import { h } from "../../lib/dom.js";
import { keyOf, linesOf, PARTS } from "./lines.js";
import { wholeText } from "./text.js";

/** @typedef {import("../../controls/parts.js").Stage} Stage */
/** @typedef {import("./lines.js").Part} Part */

const EMPTY = {
  organisation: "",
  /** @type {string[]} Ids of who helped to write. */
  people: [],
  review: "",
  /** @type {Record<string, string>} The text of each part of each point, by `keyOf`. */
  texts: {},
  /** @type {string | null} The whole text, once it is changed by hand. */
  whole: null,
  /** What the points gave when the whole text was changed by hand. */
  base: "",
};

/** @param {{model: import("@anywidget/types").AnyModel, el: HTMLElement}} context */
function render(context) {
  const { points } = context.model.get("specification").content;
  const connection = new Connection(context.model);
  open(context, {
    empty: EMPTY,
    screens: {
      start,
      ...Object.fromEntries(
        points.map((/** @type {any} */ point) => [
          point.id,
          (/** @type {Stage} */ stage) => writePoint(stage, point),
        ]),
      ),
      text: (stage) => [
        steps(stage),
        ...wholeText(stage, (question) => connection.request(question)),
      ],
    },
  });
}

/** The way through the screens; `tell` says again how far each point is.
 * @param {Stage} stage
 */
function steps(stage) {
  const { content, memory, word, go } = stage;
  const places = [
    { id: "start", name: word("visie.step_start"), mark: word("visie.step_start_short") },
    ...content.points.map((/** @type {any} */ point, /** @type {number} */ position) => ({
      ...point,
      point,
      mark: String(position + 1),
    })),
    { id: "text", name: word("visie.step_text"), mark: word("visie.step_text_short") },
  ];
  return h(
    "nav",
    { class: "ps-way", "aria-label": word("visie.steps") },
    h(
      "ol",
      { class: "ps-steps" },
      ...places.map(({ id, name, mark, point }) => {
        const filled = point && PARTS.filter((part) => linesOf(stage, point, part).length).length;
        const state = point && word(`visie.step_${["empty", "half", "filled"][filled]}`);
        const full = state ? word("visie.step_state", { name, state }) : name;
        return h(
          "li",
          {},
          h(
            "button",
            {
              type: "button",
              class: filled === PARTS.length ? "ps-step ps-step-done" : "ps-step",
              style: "--area: var(--ps-visie)",
              "aria-current": memory.screen === id && "step",
              "aria-label": full,
              title: full,
              onclick: () => go(id),
            },
            h("strong", { "aria-hidden": "true" }, mark),
            point && h("span", { class: "ps-step-name", "aria-hidden": "true" }, name),
          ),
        );
      }),
    ),
  );
}

/** @param {Stage} stage */
function start(stage) {
  const { content, memory, word, keep, go } = stage;
  const line = (
    /** @type {"organisation" | "review"} */ name,
    /** @type {Record<string, any>} */ attributes,
  ) =>
    h("input", {
      type: "text",
      value: memory[name],
      maxlength: 120,
      autocomplete: "off",
      oninput: (/** @type {any} */ { target }) => keep({ [name]: target.value }),
      ...attributes,
    });
  const person = (/** @type {any} */ { id, name }) =>
    h(
      "label",
      { class: "ps-choice" },
      h("input", {
        type: "checkbox",
        checked: memory.people.includes(id),
        onchange: (/** @type {any} */ { target }) => {
          const others = memory.people.filter((/** @type {string} */ one) => one !== id);
          keep({ people: target.checked ? [...others, id] : others });
        },
      }),
      h("span", {}, name),
    );
  return [
    steps(stage),
    h("h2", {}, word("visie.start_heading")),
    h("p", {}, word("visie.start_intro")),
    privacy(stage, "visie.private"),
    field(word("visie.organisation"), line("organisation", {})),
    h(
      "fieldset",
      { class: "ps-choices" },
      h("legend", {}, word("visie.people")),
      ...content.people.map(person),
    ),
    h("p", { class: "ps-hint" }, word("visie.people_hint")),
    field(word("visie.review"), line("review", { placeholder: word("visie.review_hint") })),
    h(
      "p",
      { class: "ps-buttons" },
      mainButton(word("exercise.next"), () => go(content.points[0].id)),
    ),
    lastRow(stage),
  ];
}

/** @param {Stage} stage @param {any} point */
function writePoint(stage, point) {
  const { content, word, go } = stage;
  const position = content.points.indexOf(point);
  const before = position === 0 ? "start" : content.points[position - 1].id;
  const after = content.points[position + 1]?.id;
  return [
    steps(stage),
    h(
      "h2",
      {},
      h(
        "span",
        { class: "ps-over" },
        word("visie.point", { n: position + 1, total: content.points.length }),
      ),
      " ",
      point.name,
    ),
    h("p", {}, point.explanation),
    h("p", {}, h("strong", {}, point.question)),
    ...PARTS.map((part) => writePart(stage, point, part)),
    h("p", { class: "ps-progress" }, stage.saved),
    h(
      "p",
      { class: "ps-buttons" },
      button(word("exercise.previous"), () => go(before)),
      after
        ? mainButton(word("exercise.next"), () => go(after))
        : mainButton(word("visie.to_text"), () => go("text")),
    ),
    lastRow(stage),
  ];
}

/**
 * Example sentences to choose, and the text that they go to; the text alone is remembered.
 * @param {Stage} stage
 * @param {any} point
 * @param {Part} part
 */
function writePart(stage, point, part) {
  const { memory, word, keep } = stage;
  const key = keyOf(point, part);
  const text = /** @type {HTMLTextAreaElement} */ (
    h("textarea", {
      rows: 4,
      maxlength: 2000,
      "aria-describedby": `${key}-hint`,
      oninput: () => changed(),
    })
  );
  text.value = memory.texts[key] ?? "";

  const put = (/** @type {string[]} */ lines) => {
    text.value = lines.join("\n");
    changed();
  };
  const boxes = point[part].map((/** @type {string} */ sentence) => {
    const box = /** @type {HTMLInputElement} */ (
      h("input", {
        type: "checkbox",
        onchange: () => {
          const others = linesOf(stage, point, part).filter(
            (/** @type {string} */ one) => one !== sentence,
          );
          put(box.checked ? [...others, sentence] : others);
        },
      })
    );
    return { sentence, box };
  });
  const tick = () => {
    const lines = linesOf(stage, point, part);
    for (const { sentence, box } of boxes) box.checked = lines.includes(sentence);
  };
  const changed = () => {
    keep({ texts: { ...memory.texts, [key]: text.value } });
    tick();
  };
  tick();
  return h(
    "section",
    { class: "ps-section" },
    h("h3", {}, word(`visie.${part}`)),
    part === "behaviours" && h("p", {}, word("visie.behaviours_hint")),
    h(
      "fieldset",
      { class: "ps-examples" },
      h("legend", {}, word("visie.examples")),
      ...boxes.map(({ sentence, box }) =>
        h("label", { class: "ps-choice" }, box, h("span", {}, sentence)),
      ),
    ),
    field(word(`visie.own_${part}`), text),
    h("p", { class: "ps-hint", id: `${key}-hint` }, word("visie.own_hint")),
  );
}

export default { render };
