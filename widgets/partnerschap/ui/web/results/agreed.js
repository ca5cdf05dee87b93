// @ts-check
// What to do: suggestions and what the team chose, and at the end what was agreed.

import { h, section } from "../lib/dom.js";
import { explore, strengthList, suggestionCard } from "./advice.js";

// The kernel keeps to the same; see `planning.py`.
export const DATES = { min: "2020-01-01", max: "2099-12-31" };

/** @typedef {import("./shared.js").Frame} Frame */
/** @typedef {import("./steps.js").Extra} Extra */

/** @param {Frame} frame @param {Extra} extra */
export function actionsView(frame, extra) {
  const { shown, figures, importance, word } = frame;
  const chosen = extra.plan ? extra.plan() : planList(frame);
  const cards = figures.suggestions.map((/** @type {any} */ one) =>
    suggestionCard(shown, one, importanceOf(frame, one.item), extra.choose?.(one)),
  );
  return [
    section(word("together.plan"), chosen),
    section(
      word("result.suggestions"),
      cards.length
        ? [
            h("p", {}, word(importance ? "together.suggestions_voted" : "together.suggestions")),
            h("ol", { class: "ps-cards" }, ...cards),
          ]
        : h("p", {}, word("result.suggestions_none")),
    ),
    explore(shown),
  ];
}

/** @param {Frame} frame @param {string} item */
function importanceOf({ importance, word }, item) {
  const voted = importance?.[item];
  return (
    voted &&
    h(
      "p",
      { class: "ps-hint" },
      word("together.importance", { name: word(`together.importance_${voted}`) }),
    )
  );
}

/** What is chosen, with who and when. @param {Frame} frame */
export function planList({ plan, shown, word }) {
  if (!plan.length) return h("p", {}, word("together.plan_none"));
  return h(
    "ol",
    { class: "ps-cards ps-agreed" },
    ...plan.map((action) =>
      h(
        "li",
        { class: "ps-card" },
        h("p", { class: "ps-action" }, action.text),
        h("p", {}, ...agreed(word, shown.scan.specification.language, action)),
        action.reason && h("p", { class: "ps-hint" }, action.reason),
      ),
    ),
  );
}

/**
 * Who does an action, when it is done, and how far it is once it has begun.
 * @param {Frame["word"]} word
 * @param {string} language
 * @param {any} action
 */
export function agreed(word, language, { owner, due, state }) {
  return [
    owner ? word("together.owner", { owner }) : word("together.owner_none"),
    due ? word("together.due", { date: dateWords(language, due) }) : word("together.due_none"),
    ...((state ?? "chosen") === "chosen" ? [] : [word(`together.state_${state}`)]),
  ].map((text) => h("span", { class: "ps-badge" }, text));
}

/** A date in words. @param {string} language @param {string} date Year, month and day, or more. */
export function dateWords(language, date) {
  // Noon, so that no time zone makes it another day.
  const day = new Date(date.length > 10 ? date : `${date}T12:00:00`);
  return new Intl.DateTimeFormat(language, {
    day: "numeric",
    month: "long",
    year: "numeric",
  }).format(day);
}

/** @param {Frame} frame @param {Extra} extra */
export function endView(frame, extra) {
  const { shown, word } = frame;
  return [
    section(word("together.plan"), extra.plan ? extra.plan() : planList(frame)),
    section(word("together.strengths_keep"), strengthList(shown)),
    section(
      word("together.next_round"),
      h("p", {}, word("together.next_round_when")),
      h("p", {}, word("together.tell")),
    ),
  ];
}
