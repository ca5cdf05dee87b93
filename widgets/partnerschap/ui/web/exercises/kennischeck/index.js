// @ts-check
// The check questions of a module: answer, look at the answers, talk about it. Nobody fails.

import "../../styles/exercise.css";
import { button, lastRow, open, privacy, progress } from "../../controls/parts.js";
import { h } from "../../lib/dom.js";
import { newSeed, shuffled } from "../../lib/shuffle.js";
import { recall as recallAs } from "../../lib/storage";
import { question } from "./question.js";

/** @typedef {import("../../controls/parts.js").Stage} Stage */

const EMPTY = {
  /** @type {number | null} What the order follows from. */
  seed: null,
  /** @type {Record<string, any>} What is chosen, by question. */
  answers: {},
  /** @type {string[]} Questions whose answers are shown. */
  open: [],
  /** @type {string[]} Questions whose answers were ever shown. */
  done: [],
};

const keyOf = (/** @type {string} */ module) => `kennischeck:${module}`;

/** @param {{model: import("@anywidget/types").AnyModel, el: HTMLElement}} context */
function render(context) {
  const { modules } = context.model.get("specification").content;
  const asked = new URLSearchParams(window.location.search).get("module");
  const module = modules.find((/** @type {any} */ one) => one.id === asked);
  if (module) {
    open(context, {
      empty: EMPTY,
      key: keyOf(module.id),
      screens: { questions: (stage) => questions(stage, module) },
    });
  } else {
    open(context, { empty: {}, screens: { choose: (stage) => choose(stage, asked !== null) } });
  }
}

/** @param {any} module @param {string[]} done */
const isDone = (module, done) =>
  module.questions.every((/** @type {any} */ { id }) => done.includes(id));

/** Tell the book that the check of a module is done. @param {string} module */
function tellBook(module) {
  if (window.parent === window) return;
  window.parent.postMessage(
    { type: "partnerschap:done", what: "check", module },
    window.location.origin,
  );
}

/** The address of this page for a module, or for the choice of one. @param {string} [module] */
function addressOf(module) {
  const query = new URLSearchParams(window.location.search);
  query.delete("module");
  if (module) query.set("module", module);
  return `?${query}`;
}

/** @param {Stage} stage @param {boolean} unknown Whether a module was asked for that is not there. */
function choose({ content, word, count }, unknown) {
  const { modules } = content;
  return [
    h("h2", {}, word("kennischeck.choose_heading")),
    unknown && h("p", { class: "ps-problem", role: "alert" }, word("kennischeck.unknown")),
    h("p", {}, word(modules.length ? "kennischeck.choose_intro" : "kennischeck.none")),
    h(
      "ul",
      { class: "ps-modules" },
      ...modules.map((/** @type {any} */ module) =>
        h(
          "li",
          {},
          h(
            "a",
            { href: addressOf(module.id) },
            word("kennischeck.module", { n: module.number, title: module.title }),
          ),
          h(
            "span",
            { class: "ps-hint" },
            count("kennischeck.module", module.questions.length),
            isDone(module, recallAs(keyOf(module.id), EMPTY).done) &&
              h("span", { class: "ps-badge" }, word("kennischeck.module_done")),
          ),
        ),
      ),
    ),
  ];
}

/** @param {Stage} stage @param {any} module */
function questions(stage, module) {
  const { memory, word, keep, say } = stage;
  if (memory.seed === null) memory.seed = newSeed();
  const asked = module.questions;
  const far = progress(stage, asked.length);
  const end = h("p", { class: "ps-note", role: "status" });
  const list = h("div", {});

  const tell = () => {
    const done = asked.filter((/** @type {any} */ { id }) => memory.done.includes(id)).length;
    far.tell(done, word("kennischeck.progress", { done, total: asked.length }));
    end.hidden = done < asked.length;
    end.textContent = end.hidden ? "" : word("kennischeck.all_done");
    if (done === asked.length) tellBook(module.id);
  };
  const shown = () => {
    list.replaceChildren(
      ...shuffled(asked.length, memory.seed, module.id).map((index, position) =>
        question(stage, asked[index], position + 1, tell),
      ),
    );
  };
  const otherOrder = () => {
    const before = shuffled(asked.length, memory.seed, module.id).join();
    let seed = newSeed();
    while (asked.length > 1 && shuffled(asked.length, seed, module.id).join() === before)
      seed = newSeed();
    keep({ seed });
    shown();
    say(word("kennischeck.shuffled"));
  };
  shown();
  const intro = [
    h("h2", {}, word("kennischeck.heading", { title: module.title })),
    h("p", {}, word("kennischeck.intro")),
    privacy(stage, "kennischeck.private"),
    far.place,
  ];
  tell();
  return [
    ...intro,
    list,
    end,
    h(
      "p",
      { class: "ps-buttons" },
      button(word("kennischeck.shuffle"), otherOrder),
      // Inside the book the page itself is about one module.
      window.parent === window &&
        h("a", { class: "ps-button ps-link", href: addressOf() }, word("kennischeck.other_module")),
    ),
    lastRow(stage),
  ];
}

export default { render };
