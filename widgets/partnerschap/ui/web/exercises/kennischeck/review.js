// @ts-check
// The answers of a check question, with what was chosen and a thought at each.

import { h } from "../../lib/dom.js";
import { shuffled } from "../../lib/shuffle.js";

/** @typedef {import("../../controls/parts.js").Stage} Stage */

/**
 * @typedef {object} Review
 * @property {boolean} right Whether the answer is what the makers had in mind.
 * @property {HTMLElement} list
 */

/** @typedef {(stage: Stage, asked: any, answer: any) => Review} MakeReview */

/** @type {Record<string, MakeReview>} */
export const REVIEWS = {
  single: (stage, asked, answer) => options(stage, asked, [answer]),
  multiple: (stage, asked, answer) => options(stage, asked, answer),

  order: ({ word }, asked, /** @type {number[]} */ answer) => ({
    right: answer.every((one, index) => one === index),
    list: h(
      "ol",
      { class: "ps-review" },
      ...asked.options.map((/** @type {any} */ { text, feedback }, /** @type {number} */ index) => {
        const found = answer.indexOf(index);
        const mark =
          found === index
            ? word("kennischeck.here")
            : word("kennischeck.elsewhere", { n: found + 1 });
        return entry([text], [badge(mark, found === index)], feedback);
      }),
    ),
  }),

  match: ({ word }, asked, /** @type {number[]} */ answer) => ({
    right: answer.every((one, index) => one === index),
    list: h(
      "ul",
      { class: "ps-review" },
      ...asked.pairs.map(
        (/** @type {any} */ { left, right, feedback }, /** @type {number} */ index) => {
          const same = answer[index] === index;
          const mark = same
            ? word("kennischeck.together")
            : word("kennischeck.apart", { text: asked.pairs[answer[index]].right });
          return entry(
            [left, h("span", { class: "ps-hint" }, word("kennischeck.belongs")), right],
            [badge(mark, same)],
            feedback,
          );
        },
      ),
    ),
  }),
};

/** @param {Stage} stage @param {any} asked @param {number[]} chosen @returns {Review} */
function options({ word, memory }, asked, chosen) {
  const order = shuffled(asked.options.length, memory.seed, asked.id);
  return {
    right: asked.options.every(
      (/** @type {any} */ { correct }, /** @type {number} */ index) =>
        correct === chosen.includes(index),
    ),
    list: h(
      "ul",
      { class: "ps-review" },
      ...order.map((index) => {
        const { text, correct, feedback } = asked.options[index];
        const marks = [
          chosen.includes(index) && badge(word("kennischeck.chosen"), false),
          badge(word(correct ? "kennischeck.fits" : "kennischeck.fits_less"), correct),
        ];
        return entry([text], marks, feedback);
      }),
    ),
  };
}

/** @param {string} text @param {boolean} good */
const badge = (text, good) =>
  h(
    "span",
    { class: good ? "ps-badge ps-quick" : "ps-badge" },
    good && h("span", { "aria-hidden": "true" }, "✓ "),
    text,
  );

/** @param {import("../../lib/dom.js").Child[]} text @param {import("../../lib/dom.js").Child[]} marks @param {string} feedback */
const entry = (text, marks, feedback) =>
  h(
    "li",
    {},
    h("p", { class: "ps-review-text" }, text),
    h("p", {}, marks),
    h("p", { class: "ps-review-thought" }, feedback),
  );
