// @ts-check
// The end of a conversation, with a look back at the way to it.

import { heading } from "./talk.js";
import { h, section } from "../../lib/dom.js";
import { button, mainButton } from "../../controls/parts.js";

/** @typedef {import("../../controls/parts.js").Stage} Stage */
/** @typedef {import("./index.js").Talk} Talk */

/** @param {Stage} stage @param {Talk} talk */
export function ending(stage, { story, steps, node }) {
  const { memory, word, go } = stage;
  const seen = memory.seen[story.id]?.length ?? 0;
  return [
    heading(word("aannames.end", { setting: story.setting }), node.title),
    h("p", {}, node.situation),
    h(
      "div",
      { class: "ps-note" },
      h("p", { class: "ps-who" }, word("aannames.take_along")),
      h("p", {}, node.thought),
    ),
    h("p", { class: "ps-hint" }, word("aannames.seen", { seen, total: story.endings.length })),
    section(
      word("aannames.path_heading"),
      h("p", {}, word("aannames.path_intro")),
      h(
        "ol",
        { class: "ps-list ps-path" },
        ...steps.map(({ moment, choice }, position) =>
          h(
            "li",
            {},
            h(
              "p",
              { class: "ps-hint" },
              word("aannames.path_said", { name: story.other.name, text: moment.says }),
            ),
            h("p", {}, h("strong", {}, choice.text)),
            h("p", {}, choice.consequence),
            button(
              word("aannames.from_here"),
              () => go("moment", { path: memory.path.slice(0, position) }),
              { "aria-label": word("aannames.from_here_of", { step: position + 1 }) },
            ),
          ),
        ),
      ),
    ),
    section(
      word("aannames.talk_heading"),
      h(
        "ul",
        { class: "ps-list" },
        ...story.questions.map((/** @type {string} */ question) => h("li", {}, question)),
      ),
    ),
    h(
      "p",
      { class: "ps-buttons" },
      mainButton(word("aannames.others"), () => go("choose", { talk: null, path: [] })),
      button(word("aannames.replay"), () => go("moment", { path: [] })),
    ),
    h(
      "p",
      { class: "ps-buttons ps-quiet" },
      button(word("exercise.print"), () => window.print()),
    ),
  ];
}
