// @ts-check
// A moment in a conversation, and what a choice brings.

import { h } from "../../lib/dom.js";
import { button, mainButton } from "../../controls/parts.js";

/** @typedef {import("../../controls/parts.js").Stage} Stage */
/** @typedef {import("./index.js").Talk} Talk */

/**
 * The heading of a screen with a line over it that says where the reader is.
 * @param {string} over
 * @param {string} title
 */
export function heading(over, title) {
  return h("h2", {}, h("span", { class: "ps-over" }, over), " ", title);
}

/**
 * Somebody's words or deed.
 * @param {string} who
 * @param {string} text
 * @param {"ps-said" | "ps-did"} kind
 */
export function bubble(who, text, kind) {
  return h("blockquote", { class: `ps-bubble ${kind}` }, h("p", { class: "ps-who" }, who), h("p", {}, text));
}

/** @param {Stage} stage @param {Talk} talk */
export function moment(stage, { story, steps, node }) {
  const { memory, word, go } = stage;
  const { player, other, setting } = story;
  const question = h("h3", { id: "question" }, word("aannames.what", { name: player.name }));
  const back = () => {
    if (steps.length) go("after");
    else go("choose");
  };
  return [
    heading(word("aannames.step", { setting, step: steps.length + 1 }), story.title),
    steps.length === 0 && h("div", { class: "ps-note" }, h("p", {}, story.opening)),
    h("p", {}, node.situation),
    bubble(
      word("aannames.said", { name: other.name }),
      word("aannames.quoted", { text: node.says }),
      "ps-said",
    ),
    question,
    h(
      "div",
      { class: "ps-answers", role: "group", "aria-labelledby": "question" },
      ...node.choices.map((/** @type {any} */ choice) =>
        button(
          choice.text,
          () => go("after", { path: [...memory.path, { moment: node.id, choice: choice.id }] }),
          { class: "ps-button ps-answer" },
        ),
      ),
    ),
    h(
      "p",
      { class: "ps-buttons ps-quiet" },
      steps.length > 0 && button(word("aannames.back"), back),
      button(word("aannames.others"), () => go("choose")),
    ),
  ];
}

/** @param {Stage} stage @param {Talk} talk */
export function afterChoice(stage, { story, steps, node }) {
  const { memory, word, go } = stage;
  const { choice } = steps[steps.length - 1];
  const seen = memory.seen[story.id] ?? [];
  const further = () => {
    if ("choices" in node) return go("moment");
    return go("ending", { seen: { ...memory.seen, [story.id]: [...new Set([...seen, node.id])] } });
  };
  return [
    heading(
      word("aannames.step", { setting: story.setting, step: steps.length }),
      word("aannames.after_heading"),
    ),
    bubble(word("aannames.chosen", { name: story.player.name }), choice.text, "ps-did"),
    h("p", {}, choice.consequence),
    h(
      "div",
      { class: "ps-note" },
      h("p", { class: "ps-who" }, word("aannames.thought")),
      h("p", {}, choice.feedback),
    ),
    h(
      "p",
      { class: "ps-buttons" },
      mainButton(word("aannames.further"), further),
      button(word("aannames.otherwise"), () => go("moment", { path: memory.path.slice(0, -1) })),
    ),
    h(
      "p",
      { class: "ps-buttons ps-quiet" },
      button(word("aannames.others"), () => go("choose")),
    ),
  ];
}
