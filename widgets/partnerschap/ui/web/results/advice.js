// @ts-check
// What the figures advise: what goes well, what to discuss first, what to do, what to find out.

import { h, section } from "../lib/dom.js";
import { distribution } from "./charts.js";

/** @typedef {import("./result.js").Shown} Shown */

/** @param {Shown} shown */
export function strengths(shown) {
  return section(shown.scan.word("result.strengths"), strengthList(shown));
}

/** The strengths without a title of their own. @param {Shown} shown */
export function strengthList({
  scan: { specification, word },
  figures,
  own,
  items,
  scores,
  percent,
  statement,
}) {
  const words = (/** @type {string} */ id) => {
    const points = specification.scales[items.get(id).scale];
    const score = scores.get(id);
    return own
      ? word("result.strength_own", { point: points[score.median - 1] })
      : word("result.strength_team", {
          share: percent(score.share),
          fourth: points[3],
          fifth: points[4],
        });
  };
  const found = figures.strengths.map((/** @type {string} */ id) =>
    h("li", {}, h("strong", {}, statement(id)), h("span", { class: "ps-hint" }, words(id))),
  );
  return found.length
    ? h("ul", { class: "ps-list ps-strengths" }, ...found)
    : h("p", {}, word(own ? "result.strengths_none_own" : "result.strengths_none_team"));
}

/** @param {Shown} shown */
export function discussFirst({ scan: { specification, word }, figures, items, scores, statement }) {
  const found = figures.discuss_first.map((/** @type {string} */ id) => {
    const score = scores.get(id);
    return h(
      "li",
      {},
      h("strong", {}, statement(id)),
      h(
        "span",
        { class: `ps-badge ps-${score.agreement_class}` },
        word(`result.class_${score.agreement_class}`),
      ),
      distribution(score.counts, specification.scales[items.get(id).scale], word, statement(id)),
    );
  });
  return section(
    word("result.discuss"),
    ...(found.length
      ? [h("p", {}, word("result.discuss_intro")), h("ol", { class: "ps-list" }, ...found)]
      : [h("p", {}, word("result.discuss_none"))]),
  );
}

/** What a suggestion says to do. @param {Shown} shown @param {any} one */
export function suggested({ scan, items }, one) {
  const { actions } = items.get(one.item);
  return scan.inSector(actions.find((/** @type {any} */ action) => action.id === one.action).text);
}

/**
 * A suggestion with its reason.
 * @param {Shown} shown
 * @param {any} one
 * @param {...import("../lib/dom.js").Child} rest What stands below it.
 */
export function suggestionCard(shown, one, ...rest) {
  const { specification, word } = shown.scan;
  const { items, percent, statement } = shown;
  const words = (/** @type {number} */ share) =>
    word(`result.stability_${share >= 0.6 ? "high" : share >= 0.3 ? "middle" : "low"}`);
  return h(
    "li",
    { class: "ps-card", style: `--area: var(--ps-${items.get(one.item).area})` },
    one.quick_win && h("span", { class: "ps-badge ps-quick" }, word("result.quick_win")),
    h("p", { class: "ps-action" }, suggested(shown, one)),
    h("p", { class: "ps-hint" }, word("result.for_item", { statement: statement(one.item) })),
    h("p", {}, h("strong", {}, word("result.why")), " ", one.why),
    h(
      "dl",
      {},
      ...[
        [word("result.effort"), specification.effort[one.effort - 1]],
        [word("result.impact"), specification.impact[one.impact - 1]],
        [
          word("result.stability"),
          `${words(one.stability)} (${word("result.stability_text", { share: percent(one.stability) })})`,
        ],
      ].map(([term, description]) => h("div", {}, h("dt", {}, term), h("dd", {}, description))),
    ),
    ...rest,
  );
}

/** @param {Shown} shown */
export function suggestions(shown) {
  const { scan, figures, own } = shown;
  const { word } = scan;
  const cards = figures.suggestions.map((/** @type {any} */ one) => suggestionCard(shown, one));
  return section(
    word("result.suggestions"),
    ...(cards.length
      ? [
          h(
            "p",
            {},
            word(
              own && scan.memory.role === "parent"
                ? "result.suggestions_parent"
                : "result.suggestions_intro",
            ),
          ),
          h("ol", { class: "ps-cards" }, ...cards),
        ]
      : [h("p", {}, word("result.suggestions_none"))]),
  );
}

/** @param {Shown} shown */
export function explore({ scan: { specification, word }, figures, own, statement }) {
  const unknown = figures.items.filter((/** @type {any} */ one) => one.status === "unknown");
  if (!unknown.length) return "";
  const name = specification.extra_answers.find(
    (/** @type {any} */ one) => one.id === "dont_know",
  ).name;
  return section(
    word("result.explore"),
    h("p", {}, word(own ? "result.explore_own" : "result.explore_intro", { dont_know: name })),
    h(
      "ul",
      { class: "ps-list" },
      ...unknown.map((/** @type {any} */ one) =>
        h(
          "li",
          {},
          h("strong", {}, statement(one.id)),
          !own && h("span", { class: "ps-hint" }, word("result.explore_text", one)),
        ),
      ),
    ),
  );
}
