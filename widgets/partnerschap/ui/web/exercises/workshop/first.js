// @ts-check
// After closing: the trainer looks first, alone, with every step of the conversation folded.

import { mainButton } from "../../controls/parts.js";
import { folded } from "../../controls/trainer-parts.js";
import { dateWords } from "../../lib/dates";
import { h } from "../../lib/dom.js";
import {
  allItems,
  areas,
  shownFor,
  stepView,
  strengths,
  tips,
} from "../../results/dom-adapters.js";

/** @typedef {import("./index.js").Desk} Desk */

/** @param {Desk} desk @returns {import("../../controls/trainer-parts.js").Screen} */
export function showFirst(desk) {
  const { word, view } = desk;
  const begin = mainButton(
    word("workshop.begin"),
    () => void desk.ask({ kind: "go", step: view.steps[0].id }),
  );
  return {
    place: h(
      "div",
      {},
      h("h2", {}, word("workshop.first")),
      h("p", {}, word("workshop.first_why")),
      ...wholeResult(desk),
      h("h3", { class: "ps-above" }, word("workshop.steps")),
      h("p", {}, word("workshop.steps_what")),
      ...view.steps.map((/** @type {any} */ step) =>
        folded(
          word("workshop.step_title", { title: stepTitle(word, step), minutes: step.minutes }),
          h("p", {}, step.aim),
          h("p", { class: "ps-quote" }, step.say),
          ...stepView(desk.shared, shownStep(view, step)),
        ),
      ),
      h("p", { class: "ps-buttons" }, begin),
    ),
  };
}

/** The title of a step, with its number where there are more of its kind. @param {Desk["word"]} word @param {any} step */
export function stepTitle(word, { title, number }) {
  return number ? word("workshop.step_of", { title, number }) : title;
}

/** The figures of the round, with what they mean and what is not shown. @param {Desk} desk */
export function wholeResult({ word, view, shared }) {
  const { figures, differences } = view.result;
  const shown = shownFor(shared, figures, differences);
  const { respondents, min_group } = figures;
  const hidden = figures.items.some((/** @type {any} */ one) => one.status === "suppressed");
  return [
    h(
      "div",
      { class: "ps-note" },
      h(
        "p",
        {},
        view.together
          ? word("workshop.together_note")
          : word("result.team_note", { respondents, min_group }),
      ),
      hidden && h("p", {}, word("workshop.suppressed", { min_group })),
      !view.together && h("p", {}, word("result.confidential")),
      h("p", {}, purgeWords({ word, view, shared })),
    ),
    strengths(shown),
    areas(shown, true),
    areas(shown, false),
    folded(word("workshop.items_and_tips"), allItems(shown), tips(shown)),
  ];
}

/** When single answers go, or went. @param {Pick<Desk, "word" | "view" | "shared">} desk */
export function purgeWords({ word, view, shared }) {
  if (view.purged) return word("workshop.purged");
  const date = dateWords(shared.specification.language, view.purge_after);
  return word(view.state === "open" ? "workshop.purge_open" : "workshop.purge", { date });
}

/**
 * A step with what its view needs of the whole.
 * @param {any} view
 * @param {any} step
 * @returns {any}
 */
export function shownStep({ result, joint, plan }, step) {
  const { figures, differences, biggest_differences, vote_items, importance } = result;
  return { step, figures, differences, biggest_differences, vote_items, importance, joint, plan };
}
