// @ts-check
// What is shared, what was never said and how to begin about it, and everything by theme.

import { lastRow } from "../../controls/parts.js";
import { h, section } from "../../lib/dom.js";

/** @typedef {import("../../controls/parts.js").Stage} Stage */
/** @typedef {import("./index.js").Expectation} Expectation */

/** @param {Expectation} expectation */
export const isMarked = ({ spoken, shared }) => spoken !== "" && shared !== "";

/** @param {Stage} stage @param {any} set */
export function overview(stage, set) {
  const { word, count } = stage;
  /** @type {Expectation[]} */
  const all = stage.memory.expectations;
  const some = (/** @type {string} */ spoken, /** @type {string} */ shared) =>
    all.filter((one) => one.spoken === spoken && one.shared === shared);
  const unmarked = all.filter((one) => !isMarked(one)).length;
  const unspoken = all.filter(({ spoken }) => spoken === "no");
  const disagreed = some("yes", "no");
  const agreed = some("yes", "yes");
  const unknown = all.filter((one) => !isMarked(one) && one.spoken !== "no");
  return [
    h("h2", {}, word("verwachtingen.overview_heading")),
    h("p", {}, count("verwachtingen.total", all.length)),
    matrix(stage, some),
    unmarked > 0 && h("p", { class: "ps-hint" }, count("verwachtingen.unmarked", unmarked)),
    section(
      word("verwachtingen.agreed_heading"),
      agreed.length
        ? [h("p", {}, word("verwachtingen.agreed_intro")), plain(set, agreed)]
        : h("p", {}, word("verwachtingen.agreed_none")),
    ),
    section(
      word("verwachtingen.unspoken_heading"),
      unspoken.length
        ? [
            h("p", {}, word("verwachtingen.unspoken_intro")),
            cards(stage, set, unspoken, ({ theme }, side) => side.openings[theme] ?? side.opening),
          ]
        : h("p", {}, word("verwachtingen.unspoken_none")),
    ),
    disagreed.length > 0 &&
      section(
        word("verwachtingen.disagreed_heading"),
        h("p", {}, word("verwachtingen.disagreed_intro")),
        cards(stage, set, disagreed, (_, side) => side.ask),
      ),
    unknown.length > 0 &&
      section(
        word("verwachtingen.unknown_heading"),
        h("p", {}, word("verwachtingen.unknown_intro")),
        plain(set, unknown),
      ),
    byTheme(stage, set, all),
    section(word("verwachtingen.next_heading"), h("p", {}, word("verwachtingen.next"))),
    lastRow(stage, { back: "mark", print: true }),
  ];
}

/** How many there are of each kind.
 * @param {Stage} stage
 * @param {(spoken: string, shared: string) => Expectation[]} some
 */
function matrix({ word }, some) {
  const answers = ["yes", "no"];
  return h(
    "table",
    { class: "ps-matrix" },
    h("caption", { class: "ps-hidden" }, word("verwachtingen.matrix")),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        h("td", {}),
        ...answers.map((shared) =>
          h("th", { scope: "col" }, word(`verwachtingen.shared_${shared}`)),
        ),
      ),
    ),
    h(
      "tbody",
      {},
      ...answers.map((spoken) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, word(`verwachtingen.spoken_${spoken}`)),
          ...answers.map((shared) =>
            h("td", { class: `ps-cell-${spoken}-${shared}` }, String(some(spoken, shared).length)),
          ),
        ),
      ),
    ),
  );
}

/** @param {any} set @param {string} id */
const sideOf = (set, id) => set.sides.find((/** @type {any} */ side) => side.id === id);

/** @param {any} set @param {Expectation[]} expectations */
function plain(set, expectations) {
  return h(
    "ul",
    { class: "ps-list" },
    ...expectations.map(({ text, side }) =>
      h("li", {}, text, h("span", { class: "ps-badge" }, sideOf(set, side).name)),
    ),
  );
}

/**
 * Expectations, each with a sentence to begin with.
 * @param {Stage} stage
 * @param {any} set
 * @param {Expectation[]} expectations
 * @param {(expectation: Expectation, side: any) => string} sentenceOf
 */
function cards({ word }, set, expectations, sentenceOf) {
  return h(
    "ul",
    { class: "ps-cards" },
    ...expectations.map((one) => {
      const side = sideOf(set, one.side);
      return h(
        "li",
        { class: one.shared === "yes" ? "ps-card" : "ps-card ps-open" },
        h("p", { class: "ps-action" }, one.text),
        h(
          "p",
          {},
          h("span", { class: "ps-badge" }, side.name),
          one.shared &&
            h("span", { class: "ps-badge" }, word(`verwachtingen.shared_${one.shared}`)),
        ),
        h("p", { class: "ps-hint" }, set.sentence),
        h("blockquote", { class: "ps-quote" }, sentenceOf(one, side)),
      );
    }),
  );
}

/** Both sides beside each other. @param {Stage} stage @param {any} set @param {Expectation[]} all */
function byTheme({ word }, set, all) {
  const themes = [...set.themes, { id: "", name: word("verwachtingen.theme_other") }];
  return section(
    word("verwachtingen.themes_heading"),
    h("p", {}, word("verwachtingen.themes_intro")),
    ...themes.map(({ id, name }) => {
      const here = all.filter(({ theme }) => theme === id);
      if (here.length === 0) return null;
      const sides = set.sides.filter((/** @type {any} */ side) =>
        here.some((one) => one.side === side.id),
      );
      return h(
        "div",
        { class: "ps-panel" },
        h("h4", {}, name),
        h(
          "dl",
          { class: "ps-sides" },
          ...sides.map((/** @type {any} */ side) =>
            h(
              "div",
              {},
              h("dt", {}, side.name),
              ...here.filter((one) => one.side === side.id).map(({ text }) => h("dd", {}, text)),
            ),
          ),
        ),
        id !== "" &&
          h(
            "p",
            { class: "ps-hint" },
            sides.length > 1
              ? word("verwachtingen.theme_both")
              : word("verwachtingen.theme_single", { side: sides[0].name }),
          ),
      );
    }),
  );
}
