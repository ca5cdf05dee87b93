// @ts-check
// Bars with words, and the table of the same figures beside each.

import { h } from "../lib/dom.js";

/**
 * @typedef {object} Bar
 * @property {string} id
 * @property {string} name
 * @property {number | null} share
 * @property {[number, number] | null} interval
 * @property {string} text The bar in a sentence, for who does not see it.
 * @property {string} value
 */

/** @param {Bar[]} bars */
export function areaBars(bars) {
  return h(
    "ul",
    { class: "ps-bars" },
    ...bars.map(({ id, name, share, interval, text, value }) =>
      h(
        "li",
        { class: "ps-bar", style: `--area: var(--ps-${id}, var(--ps-accent))`, "data-id": id },
        h("span", { class: "ps-hidden" }, text),
        h("span", { class: "ps-bar-name", "aria-hidden": "true" }, name),
        h("span", { class: "ps-bar-value", "aria-hidden": "true" }, value),
        h(
          "span",
          { class: "ps-bar-track", "aria-hidden": "true" },
          share !== null && h("span", { class: "ps-bar-fill", style: `width: ${share * 100}%` }),
          interval &&
            h("span", {
              class: "ps-bar-interval",
              style: `left: ${interval[0] * 100}%; width: ${(interval[1] - interval[0]) * 100}%`,
            }),
        ),
      ),
    ),
  );
}

/**
 * How the answers to one item are spread over the five points.
 * @param {number[]} counts
 * @param {string[]} points
 * @param {import("../exercises/scan/index.js").Scan["word"]} word
 * @param {string} name What is answered, for who does not see the bar.
 */
export function distribution(counts, points, word, name) {
  const used = counts
    .map((count, position) => ({ count, position }))
    .filter(({ count }) => count > 0);
  const words = used.map(({ count, position }) =>
    word("result.distribution_part", { count, point: points[position] }),
  );
  return h(
    "div",
    { class: "ps-distribution" },
    h(
      "div",
      {
        class: "ps-stack",
        role: "img",
        "aria-label": word("result.distribution", { statement: name, counts: words.join(", ") }),
      },
      ...used.map(({ count, position }) =>
        h(
          "span",
          {
            style: `flex-grow: ${count}; background: var(--ps-answer-${position + 1}); color: var(--ps-answer-text-${position + 1})`,
          },
          String(count),
        ),
      ),
    ),
    h("p", { class: "ps-hint", "aria-hidden": "true" }, words.join(" · ")),
  );
}

/**
 * A table that folds away.
 * @param {string} summary
 * @param {string[]} columns
 * @param {(string | number)[][]} rows The first cell names the row.
 */
export function table(summary, columns, rows) {
  return h(
    "details",
    { class: "ps-table" },
    h("summary", {}, summary),
    h(
      "div",
      { class: "ps-table-scroll", tabindex: 0, role: "region", "aria-label": summary },
      h(
        "table",
        {},
        h("thead", {}, h("tr", {}, ...columns.map((name) => h("th", { scope: "col" }, name)))),
        h(
          "tbody",
          {},
          ...rows.map(([first, ...rest]) =>
            h(
              "tr",
              {},
              h("th", { scope: "row" }, String(first)),
              ...rest.map((cell) => h("td", {}, String(cell))),
            ),
          ),
        ),
      ),
    ),
  );
}
