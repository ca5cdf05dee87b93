// @ts-check
// The result: what goes well first, then the figures, what to discuss and what to do.
// Every figure comes from the kernel; here they only get words and bars.

import { codePanel } from "../controls/answer-code.js";
import { fileButtons } from "../controls/downloads-dom.js";
import { h, section } from "../lib/dom.js";
import { discussFirst, explore, strengths, suggestions } from "./advice.js";
import { areaBars, table } from "./charts.js";
import { allItems } from "./items.js";
import { pictureSection } from "./pictures.js";

const FILES = ["one-page.pdf", "full.pdf", "full.xlsx", "full.csv", "full.json"];

/**
 * What the parts of the result share.
 * @typedef {object} Shown
 * @property {import("../exercises/scan/index.js").Scan} scan
 * @property {any} figures The JSON of `partnerschap score`.
 * @property {boolean} own Whether these are one person's own answers.
 * @property {Map<string, any>} items Items of the content by id.
 * @property {Map<string, any>} scores Items of the figures by id.
 * @property {any[]} differences Between groups that may be shown: item, first, second, delta.
 * @property {(share: number | null) => string} percent
 * @property {(score: {share: number | null, items_scored: number}) => string} shareOf
 * @property {(id: string) => string} statement
 */

/**
 * @param {HTMLElement} root
 * @param {import("../exercises/scan/index.js").Scan} scan
 * @param {any} reply What the kernel answered: figures, and for a sheet what is left out of it.
 * @returns {HTMLElement} The heading of the screen.
 */
export function showResult(root, scan, { figures, left_out: leftOut = null, differences = [] }) {
  const { word } = scan;
  const own = leftOut === null;
  const shown = shownOf(scan, figures, { own, differences });
  const heading = h("h2", {}, word(own ? "result.heading_own" : "result.heading_team"));
  root.replaceChildren(
    heading,
    introduction(shown, leftOut ?? []),
    strengths(shown),
    areas(shown, true),
    areas(shown, false),
    own ? "" : discussFirst(shown),
    suggestions(shown),
    explore(shown),
    tips(shown),
    allItems(shown),
    section(
      word("result.next_steps"),
      h("p", {}, word(own ? "result.next_own" : "result.next_team")),
    ),
    own ? "" : pictureSection({ word, make: (file) => scan.makeFile(file) }),
    fileButtons({ word, files: FILES, make: (file) => scan.makeFile(file) }),
    own ? codePanel(scan) : "",
    h(
      "p",
      { class: "ps-buttons ps-quiet" },
      h(
        "button",
        {
          class: "ps-button ps-main",
          type: "button",
          onclick: () => scan.go(own ? "form" : "start"),
        },
        word(own ? "result.back" : "result.another_sheet"),
      ),
      h(
        "button",
        { class: "ps-button", type: "button", onclick: () => window.print() },
        word("result.print"),
      ),
      own &&
        h("button", { class: "ps-button", type: "button", onclick: scan.wipe }, word("form.wipe")),
    ),
  );
  return heading;
}

/**
 * @param {import("../exercises/scan/index.js").Scan} scan
 * @param {any} figures
 * @param {{own: boolean, differences: any[]}} of
 * @returns {Shown}
 */
export function shownOf(scan, figures, { own, differences }) {
  const { specification, word } = scan;
  const items = new Map(specification.items.map((/** @type {any} */ item) => [item.id, item]));
  const format = new Intl.NumberFormat(specification.language, { style: "percent" });
  const percent = (/** @type {number | null} */ share) =>
    share === null ? word("result.none") : format.format(share);
  return {
    scan,
    figures,
    own,
    items,
    differences,
    scores: new Map(figures.items.map((/** @type {any} */ score) => [score.id, score])),
    percent,
    // A percentage of one person's two answers would say more than it knows.
    shareOf: ({ share, items_scored: total }) =>
      own && share !== null
        ? word("result.own_share", { n: Math.round(share * total), total })
        : percent(share),
    statement: (id) =>
      own ? scan.statement(items.get(id)) : scan.inSector(items.get(id).statement),
  };
}

/** @param {Shown} shown @param {string[]} leftOut */
function introduction({ scan: { word }, figures, own }, leftOut) {
  const answered = figures.items.filter((/** @type {any} */ one) => one.status === "scored").length;
  const { respondents, min_group } = figures;
  const note = own
    ? word("result.own_note", { n: answered })
    : word(min_group > 1 ? "result.team_note" : "result.team_note_all", { respondents, min_group });
  const count = leftOut.length;
  return h(
    "div",
    { class: "ps-note" },
    h("p", {}, note),
    !own && h("p", {}, word("result.confidential")),
    count > 0 &&
      h(
        "p",
        {},
        word(`form.sheet_left_out_${count === 1 ? "one" : "many"}`, {
          count,
          columns: leftOut.join(", "),
        }),
      ),
  );
}

/** @param {Shown} shown @param {boolean} partnerships The five partnerships, or the other areas. */
export function areas({ scan: { specification, word }, figures, percent, shareOf }, partnerships) {
  const chosen = specification.areas
    .filter((/** @type {any} */ area) => area.partnership === partnerships)
    .map((/** @type {any} */ area) => ({
      ...area,
      ...figures.areas.find((/** @type {any} */ score) => score.id === area.id),
    }))
    .filter((/** @type {any} */ area) => area.items_scored !== undefined);
  if (!chosen.length) return "";
  const interval = (/** @type {any} */ area) =>
    area.interval &&
    word("result.area_interval", {
      low: percent(area.interval[0]),
      high: percent(area.interval[1]),
    });
  const withInterval = chosen.some((/** @type {any} */ area) => area.interval);
  const columns = [
    "column_area",
    "column_share",
    ...(withInterval ? ["column_interval"] : []),
    "column_items",
  ];
  return section(
    word(partnerships ? "result.areas_partnerships" : "result.areas_other"),
    h("p", { class: "ps-hint" }, word("result.areas_intro")),
    areaBars(
      chosen.map((/** @type {any} */ area) => ({
        id: area.id,
        name: area.name,
        share: area.share,
        interval: area.interval,
        text: [
          area.share === null
            ? word("result.area_none", { name: area.name })
            : word("result.area_share", { name: area.name, share: shareOf(area) }),
          interval(area),
        ]
          .filter(Boolean)
          .join(", "),
        value: shareOf(area),
      })),
    ),
    partnerships &&
      h("p", {}, balance(word, figures, chosen, new Intl.ListFormat(specification.language))),
    withInterval && h("p", { class: "ps-hint" }, word("result.interval_note")),
    table(
      word("result.table"),
      columns.map((column) => word(`result.${column}`)),
      chosen.map((/** @type {any} */ area) => [
        area.name,
        shareOf(area),
        ...(withInterval ? [interval(area) ?? word("result.none")] : []),
        area.items_scored,
      ]),
    ),
  );
}

/**
 * @param {import("../exercises/scan/index.js").Scan["word"]} word
 * @param {any} figures
 * @param {any[]} partnerships
 * @param {Intl.ListFormat} list
 */
function balance(word, figures, partnerships, list) {
  if (figures.balance === null) return word("result.balance_none");
  if (figures.balance === 0) return word("result.balance_even");
  const shares = partnerships.map((area) => area.share).filter((share) => share !== null);
  const names = (/** @type {number} */ share) =>
    list.format(partnerships.filter((area) => area.share === share).map((area) => area.name));
  return word("result.balance", {
    highest: names(Math.max(...shares)),
    lowest: names(Math.min(...shares)),
    points: Math.round(figures.balance * 100),
  });
}

/** @param {Shown} shown */
export function tips({ scan: { specification, word }, figures, shareOf }) {
  const summaries = new Map(
    specification.tips.map((/** @type {any} */ tip) => [tip.id, tip.summary]),
  );
  const known = figures.tips.filter((/** @type {any} */ tip) => tip.share !== null);
  const ordered = [...known].sort((one, other) => other.share - one.share);
  return section(
    word("result.tips"),
    h("p", {}, word("result.tips_intro")),
    areaBars(
      ordered.map((tip) => ({
        id: tip.id,
        name: String(summaries.get(tip.id)),
        share: tip.share,
        interval: null,
        text: word("result.tip_share", { tip: String(summaries.get(tip.id)), share: shareOf(tip) }),
        value: shareOf(tip),
      })),
    ),
    table(
      word("result.table"),
      ["column_tip", "column_share", "column_items"].map((column) => word(`result.${column}`)),
      figures.tips.map((/** @type {any} */ tip) => [
        `${tip.id} ${summaries.get(tip.id)}`,
        shareOf(tip),
        tip.items_scored,
      ]),
    ),
  );
}
