// @ts-check
// The balance between the five partnerships, the empty places, and what can be talked about.

import { button, field, lastRow, tidy } from "../../controls/parts.js";
import { h, section } from "../../lib/dom.js";
import { areaBars, table } from "../../results/dom-adapters.js";

/** @typedef {import("../../controls/parts.js").Stage} Stage */

const LONGEST_IDEA = 160;

/** @param {Stage} stage @param {any[]} activities Everything that happens, sorted or not. */
export function balance(stage, activities) {
  const { content, memory, word, count } = stage;
  const sorted = activities.filter(({ id }) => id in memory.places);
  const open = activities.filter(({ id }) => !(id in memory.places));
  const places = content.partnerships.map((/** @type {any} */ one) => ({
    ...one,
    held: sorted.filter(({ id }) => memory.places[id] === one.id),
  }));
  return [
    h("h2", {}, word("partnerschappen.balance_heading")),
    h("p", {}, count("partnerschappen.sorted", sorted.length)),
    bars(stage, places, sorted.length),
    open.length > 0 &&
      h(
        "div",
        { class: "ps-note" },
        h("p", {}, count("partnerschappen.open", open.length)),
        button(word("partnerschappen.sort_more"), () => stage.go("sort")),
      ),
    gaps(stage, places),
    section(word("partnerschappen.where"), ...places.filter(({ held }) => held.length).map(placed)),
    talk(stage, sorted),
    lastRow(stage, { back: "sort", print: true }),
  ];
}

/** @param {Stage} stage @param {any[]} places @param {number} total */
function bars({ word, count }, places, total) {
  const most = Math.max(...places.map(({ held }) => held.length));
  const least = Math.min(...places.map(({ held }) => held.length));
  const names = (/** @type {number} */ size) =>
    places
      .filter(({ held }) => held.length === size)
      .map(({ label }) => label)
      .join(", ");
  const percent = (/** @type {number} */ n) => Math.round((100 * n) / total);
  return h(
    "div",
    {},
    areaBars(
      places.map(({ id, name, held }) => ({
        id,
        name,
        share: held.length / most,
        interval: null,
        text: count("partnerschappen.bar", held.length, { name }),
        value: String(held.length),
      })),
    ),
    h(
      "p",
      {},
      h(
        "strong",
        {},
        most === least
          ? word("partnerschappen.even")
          : word("partnerschappen.uneven", { most: names(most), least: names(least) }),
      ),
    ),
    h("p", { class: "ps-hint" }, word("partnerschappen.caution")),
    table(
      word("partnerschappen.table"),
      [
        word("partnerschappen.column_name"),
        word("partnerschappen.column_number"),
        word("partnerschappen.column_share"),
      ],
      places.map(({ name, held }) => [
        name,
        held.length,
        word("partnerschappen.percent", { n: percent(held.length) }),
      ]),
    ),
  );
}

/**
 * The empty places, or else where least happens: each with a question and room for an idea.
 * @param {Stage} stage
 * @param {any[]} places
 */
function gaps({ memory, word, keep }, places) {
  const empty = places.filter(({ held }) => held.length === 0);
  const least = Math.min(...places.map(({ held }) => held.length));
  const most = Math.max(...places.map(({ held }) => held.length));
  if (most === least) return null;
  const shown = empty.length ? empty : places.filter(({ held }) => held.length === least);
  return section(
    word(empty.length ? "partnerschappen.empty_heading" : "partnerschappen.least_heading"),
    h("p", {}, word(empty.length ? "partnerschappen.empty_intro" : "partnerschappen.least_intro")),
    h(
      "ul",
      { class: "ps-cards" },
      ...shown.map((place) =>
        h(
          "li",
          { class: "ps-card", style: `--area: var(--ps-${place.id})` },
          h("p", { class: "ps-action" }, place.name),
          h("p", {}, place.empty),
          field(
            word("partnerschappen.idea", { name: place.name }),
            h("input", {
              type: "text",
              maxlength: LONGEST_IDEA,
              value: memory.ideas[place.id] ?? "",
              onchange: (/** @type {any} */ { target }) =>
                keep({ ideas: { ...memory.ideas, [place.id]: tidy(target.value) } }),
            }),
          ),
        ),
      ),
    ),
  );
}

/** @param {any} place */
function placed({ id, name, short, held }) {
  return h(
    "div",
    { class: "ps-panel", style: `--area: var(--ps-${id})` },
    h("h4", {}, name),
    h("p", { class: "ps-hint" }, short),
    h("ul", { class: "ps-list" }, ...held.map((/** @type {any} */ one) => h("li", {}, one.text))),
  );
}

/** Where a reader and the makers differ, and the makers' reasons for all.
 * @param {Stage} stage
 * @param {any[]} sorted
 */
function talk({ content, memory, word }, sorted) {
  const labels = new Map(content.partnerships.map((/** @type {any} */ one) => [one.id, one.label]));
  const nameOf = (/** @type {string[]} */ ids) => ids.map((id) => labels.get(id)).join(", ");
  const known = sorted.filter(({ why }) => why);
  const other = known.filter(
    ({ id, fits, also }) => ![...fits, ...also].includes(memory.places[id]),
  );
  const explained = (/** @type {any} */ { id, text, fits, also, why }) =>
    h(
      "li",
      {},
      h("strong", {}, text),
      h(
        "span",
        { class: "ps-hint" },
        word("partnerschappen.sorted_as", { place: nameOf([memory.places[id]]) }),
        " ",
        word("partnerschappen.makers", { fits: nameOf(fits) }),
        " ",
        also.length > 0 && word("partnerschappen.makers_also", { also: nameOf(also) }),
      ),
      h("span", {}, why),
    );
  if (known.length === 0) return null;
  return section(
    word("partnerschappen.talk_heading"),
    h("p", {}, word("partnerschappen.talk_intro")),
    other.length
      ? h("ul", { class: "ps-list" }, ...other.map(explained))
      : h("p", {}, word("partnerschappen.talk_none")),
    known.length > other.length &&
      h(
        "details",
        { class: "ps-panel" },
        h("summary", {}, word("partnerschappen.talk_rest")),
        h(
          "ul",
          { class: "ps-list" },
          ...known.filter((one) => !other.includes(one)).map(explained),
        ),
      ),
  );
}
