// @ts-check
// One check question: first the form to answer it, then the answers with a thought at each.

import { button, problem } from "../../controls/parts.js";
import { h } from "../../lib/dom.js";
import { FORMS } from "./forms.js";
import { REVIEWS } from "./review.js";

/** @typedef {import("../../controls/parts.js").Stage} Stage */

/**
 * @param {Stage} stage
 * @param {any} asked The question of the content.
 * @param {number} number As the reader counts.
 * @param {() => void} tell Called when its answers are shown.
 */
export function question(stage, asked, number, tell) {
  const { memory, word, keep } = stage;
  const place = h("section", { class: "ps-question", "aria-labelledby": `heading-${asked.id}` });
  const heading = h(
    "h3",
    { id: `heading-${asked.id}` },
    word("kennischeck.question", { n: number }),
  );

  const form = () => {
    const trouble = problem();
    const answer = FORMS[asked.kind](stage, asked, (/** @type {any} */ value) => {
      trouble.tell("");
      keep({ answers: { ...memory.answers, [asked.id]: value } });
    });
    const look = () => {
      const missing = answer.missing();
      if (missing) return trouble.tell(word(missing));
      const others = memory.done.filter((/** @type {string} */ id) => id !== asked.id);
      keep({
        answers: { ...memory.answers, [asked.id]: answer.value() },
        open: [...memory.open, asked.id],
        done: [...others, asked.id],
      });
      review();
      /** @type {HTMLElement | null} */ (place.querySelector(".ps-verdict"))?.focus();
      return tell();
    };
    place.replaceChildren(
      heading,
      answer.place,
      trouble.place,
      h(
        "p",
        { class: "ps-buttons" },
        button(word("kennischeck.look"), look, {
          class: "ps-button ps-main",
          "aria-label": word("kennischeck.look_of", { n: number }),
        }),
      ),
    );
  };

  const review = () => {
    const { right, list } = REVIEWS[asked.kind](stage, asked, memory.answers[asked.id]);
    const verdict = word(`kennischeck.${right ? "right" : "other"}_${asked.kind}`);
    const retry = () => {
      keep({ open: memory.open.filter((/** @type {string} */ id) => id !== asked.id) });
      form();
      /** @type {HTMLElement | null} */ (place.querySelector("input, select, button"))?.focus();
    };
    place.replaceChildren(
      heading,
      h("p", { class: "ps-asked" }, asked.question),
      h("p", { class: "ps-verdict", tabindex: -1 }, verdict),
      list,
      h(
        "p",
        { class: "ps-buttons" },
        button(word("kennischeck.retry"), retry, {
          "aria-label": word("kennischeck.retry_of", { n: number }),
        }),
      ),
    );
  };

  if (!fits(asked, memory.answers[asked.id])) delete memory.answers[asked.id];
  if (memory.open.includes(asked.id) && asked.id in memory.answers) review();
  else form();
  return place;
}

/** Whether a remembered answer fits the question as it is now. @param {any} asked @param {any} answer */
function fits({ kind, options, pairs }, answer) {
  const size = (options ?? pairs).length;
  const known = (/** @type {unknown} */ one) =>
    typeof one === "number" && Number.isInteger(one) && one >= 0 && one < size;
  if (kind === "single") return known(answer);
  if (!Array.isArray(answer)) return false;
  const open = (/** @type {unknown} */ one) => kind === "match" && one === null;
  return (
    answer.every((one) => known(one) || open(one)) &&
    (kind === "multiple" || answer.length === size)
  );
}
