// @ts-check
// Effort and impact in nine fields, each suggestion a number in its field. The numbers are those of
// the advice; by keyboard they come as they are read, field by field. Their place, their mark and
// their words tell the same.

import { h } from "../../lib/dom.js";

/** @typedef {import("./index.js").Planner} Planner */
/** @typedef {import("./advice.js").Suggestion} Suggestion */

const EFFORTS = [1, 2, 3];
const IMPACTS = [3, 2, 1];

/**
 * @param {Planner} stage
 * @param {object} options
 * @param {(one: any) => boolean} options.isChosen Whether a suggestion is in the plan.
 * @param {(position: number) => void} options.open Show a suggestion; the first has position 0.
 * @param {string} options.shows Id of the place where it is shown.
 */
export function effortChart(stage, { isChosen, open, shows }) {
  const { specification, word, plan } = stage;
  const { suggestions } = plan.advice;

  const label = (/** @type {Suggestion} */ { one, text }, /** @type {number} */ position) =>
    [
      word("actieplan.dot", {
        number: position + 1,
        text,
        effort: specification.effort[one.effort - 1],
        impact: specification.impact[one.impact - 1],
      }),
      one.quick_win && word("actieplan.dot_quick"),
      isChosen(one) && word("actieplan.dot_chosen"),
    ]
      .filter(Boolean)
      .join(" ");

  const dots = suggestions.map(({ one }, position) =>
    h(
      "button",
      {
        class: one.quick_win ? "ps-dot ps-dot-quick" : "ps-dot",
        type: "button",
        "aria-controls": shows,
        onclick: () => open(position),
      },
      String(position + 1),
    ),
  );

  const cells = IMPACTS.flatMap((impact) => [
    h(
      "span",
      { class: "ps-fruit-side", "aria-hidden": "true" },
      word(`actieplan.impact_${impact}`),
    ),
    ...EFFORTS.map((effort) =>
      h(
        "div",
        { class: "ps-fruit-cell", "data-cell": `${effort}-${impact}` },
        ...dots.filter((_, position) => {
          const { one } = suggestions[position];
          return one.effort === effort && one.impact === impact;
        }),
      ),
    ),
  ]);

  return {
    place: h(
      "div",
      { class: "ps-fruit", role: "group", "aria-label": word("actieplan.chart") },
      h("span", { class: "ps-fruit-axis", "aria-hidden": "true" }, word("actieplan.axis_impact")),
      h(
        "div",
        { class: "ps-fruit-grid" },
        ...cells,
        h("span", {}),
        ...EFFORTS.map((effort) =>
          h(
            "span",
            { class: "ps-fruit-foot", "aria-hidden": "true" },
            word(`actieplan.effort_${effort}`),
          ),
        ),
      ),
      h(
        "span",
        { class: "ps-fruit-axis ps-fruit-under", "aria-hidden": "true" },
        word("actieplan.axis_effort"),
      ),
      h(
        "ul",
        { class: "ps-fruit-key" },
        h(
          "li",
          {},
          h("span", { class: "ps-dot ps-dot-quick", "aria-hidden": "true" }),
          word("actieplan.key_quick"),
        ),
        h(
          "li",
          {},
          h("span", { class: "ps-dot ps-dot-chosen", "aria-hidden": "true" }),
          word("actieplan.key_chosen"),
        ),
      ),
    ),
    /** @param {number} current Position of what is shown. */
    update(current) {
      dots.forEach((dot, position) => {
        const { one } = suggestions[position];
        dot.classList.toggle("ps-dot-chosen", isChosen(one));
        dot.setAttribute("aria-pressed", String(position === current));
        dot.setAttribute("aria-label", label(suggestions[position], position));
      });
    },
  };
}
