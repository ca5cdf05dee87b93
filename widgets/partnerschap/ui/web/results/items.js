// @ts-check
// All items of the result, area by area: status, answers and, where that may be shown, groups.

import { h, section } from "../lib/dom.js";
import { distribution, table } from "./charts.js";

/** @typedef {import("./result.js").Shown} Shown */

/** @param {Shown} shown */
export function allItems(shown) {
  const { scan, figures } = shown;
  const { specification, word } = scan;
  const ids = new Set(scan.items().map((item) => item.id));
  // One person sees the items that were asked; a team sees the whole instrument.
  const scores = figures.items.filter((/** @type {any} */ one) => !shown.own || ids.has(one.id));
  return section(
    word("result.items"),
    h("p", {}, word("result.items_intro")),
    ...specification.areas.map((/** @type {any} */ area) => {
      const own = scores.filter((/** @type {any} */ one) => one.area === area.id);
      return (
        own.length > 0 &&
        h(
          "details",
          { class: "ps-panel", style: `--area: var(--ps-${area.id})` },
          h("summary", {}, area.name),
          h(
            "ul",
            { class: "ps-list" },
            ...own.map((/** @type {any} */ score) => itemOf(shown, score)),
          ),
        )
      );
    }),
    itemTable(shown, scores),
  );
}

/** The figures of items in a table. @param {Shown} shown @param {any[]} scores */
export function itemTable({ scan: { specification, word }, statement, percent }, scores) {
  const number = new Intl.NumberFormat(specification.language, { maximumFractionDigits: 2 });
  return table(
    word("result.table"),
    [
      word("result.column_item"),
      word("result.column_status"),
      "1",
      "2",
      "3",
      "4",
      "5",
      ...specification.extra_answers.map((/** @type {any} */ extra) => extra.name),
      word("result.column_share"),
      word("result.column_median"),
      word("result.column_agreement"),
    ],
    scores.map((/** @type {any} */ score) => [
      statement(score.id),
      word(`result.status_${score.status}`),
      ...(score.counts ?? ["", "", "", "", ""]),
      score.dont_know ?? "",
      score.not_applicable ?? "",
      score.share === null ? "" : percent(score.share),
      score.median === null ? "" : number.format(score.median),
      score.agreement === null
        ? ""
        : word("result.agreement", {
            class: word(`result.class_${score.agreement_class}`),
            value: number.format(score.agreement),
          }),
    ]),
  );
}

/** @param {Shown} shown @param {any} score */
function itemOf(shown, score) {
  const { own, items, statement } = shown;
  const { specification, word } = shown.scan;
  const points = specification.scales[items.get(score.id).scale];
  const name = statement(score.id);
  if (own && score.n_valid) {
    return h(
      "li",
      {},
      h("strong", {}, name),
      h("span", { class: "ps-hint" }, points[score.median - 1]),
    );
  }
  const status = own
    ? { unknown: "unknown_own", empty: score.not_applicable ? "not_applicable" : "empty" }[
        /** @type {"unknown" | "empty"} */ (score.status)
      ]
    : score.status;
  return h(
    "li",
    {},
    h("strong", {}, name),
    score.status !== "scored" && h("span", { class: "ps-badge" }, word(`result.status_${status}`)),
    score.n_valid > 0 && distribution(score.counts, points, word, name),
    unanimous(word, score),
    score.groups && groupsOf(shown, score, points, name),
  );
}

/**
 * Where everybody answers the same, it is seen what each answered, and that is said.
 * @param {import("../exercises/scan/index.js").Scan["word"]} word
 * @param {{n_valid: number, counts: number[]}} group
 */
export function unanimous(word, { n_valid: n, counts }) {
  return n > 1 && counts.includes(n) && h("p", { class: "ps-hint" }, word("result.unanimous"));
}

/** How groups are called. @param {import("../exercises/scan/index.js").Scan} scan */
export function namesOfRoles({ specification, word }) {
  const names = new Map(specification.roles.map((/** @type {any} */ role) => [role.id, role.name]));
  return (/** @type {string} */ role) => String(names.get(role) ?? word("result.other"));
}

/**
 * The groups that may be shown apart, and how much each two differ.
 * @param {Shown} shown
 * @param {any} score
 * @param {string[]} points
 * @param {string} name
 */
export function groupsOf({ scan, differences }, score, points, name) {
  const { specification, word } = scan;
  const nameOf = namesOfRoles(scan);
  const number = new Intl.NumberFormat(specification.language, { maximumFractionDigits: 2 });
  return h(
    "details",
    { class: "ps-table" },
    h("summary", {}, word("result.groups")),
    ...Object.entries(score.groups).map(([role, group]) =>
      h(
        "div",
        {},
        h("p", { class: "ps-hint" }, nameOf(role)),
        distribution(group.counts, points, word, `${name} (${nameOf(role)})`),
        unanimous(word, group),
      ),
    ),
    ...differences
      .filter((/** @type {any} */ one) => one.item === score.id)
      .map(({ first, second, delta }) =>
        h(
          "p",
          { class: "ps-hint" },
          word("result.difference", {
            first: nameOf(first),
            second: nameOf(second),
            value: number.format(delta),
          }),
        ),
      ),
  );
}
