// @ts-check
// All items at a glance: each one bar around a line, on the right of it what is in its place.

import { h } from "../lib/dom.js";
import { groupsOf, itemTable, unanimous } from "./items.js";
import { jointBadge } from "./shared.js";

/** @typedef {import("./shared.js").Frame} Frame */

/** The lowest point that counts as in its place. */
const CUT = 4;

/** @param {Frame} frame */
export function glanceView(frame) {
  const { shown, figures, word } = frame;
  const { specification } = shown.scan;
  return [
    // A team that filled in one form has one answer an item: words, no bars.
    ...(shown.own ? [] : [h("p", { class: "ps-hint" }, word("together.glance_read")), key(frame)]),
    ...specification.areas.map((/** @type {any} */ area) => {
      const own = figures.items.filter((/** @type {any} */ score) => score.area === area.id);
      const whole = figures.areas.find((/** @type {any} */ one) => one.id === area.id);
      if (!own.length) return "";
      return h(
        "section",
        { class: "ps-glance", style: `--area: var(--ps-${area.id}, var(--ps-accent))` },
        h("h3", {}, area.name),
        h("p", { class: "ps-hint" }, areaWords(frame, whole)),
        h("ul", {}, ...own.map((/** @type {any} */ score) => row(frame, score))),
      );
    }),
    itemTable(shown, figures.items),
  ];
}

/** @param {Frame} frame @param {any} whole The area's own figures. */
function areaWords({ shown, word }, whole) {
  if (!whole || whole.share === null)
    return word(shown.own ? "result.status_empty" : "result.status_suppressed");
  return word("together.in_place", { share: shown.shareOf(whole) });
}

/** Which colour is which answer; a line for each scale that is used. @param {Frame} frame */
function key({ shown: { scan, items }, figures, word }) {
  const used = new Set(figures.items.map((/** @type {any} */ score) => items.get(score.id).scale));
  return h(
    "div",
    { class: "ps-glance-key" },
    h(
      "p",
      { class: "ps-glance-sides" },
      h("span", {}, word("together.side_left")),
      h("span", {}, word("together.side_right")),
    ),
    ...[...used].map((scale) =>
      h(
        "ul",
        {},
        ...scan.specification.scales[scale].map(
          (/** @type {string} */ point, /** @type {number} */ place) =>
            h(
              "li",
              {},
              h("span", { class: "ps-swatch", "aria-hidden": "true", style: colours(place) }),
              point,
            ),
        ),
      ),
    ),
  );
}

/** @param {Frame} frame @param {any} score */
function row(frame, score) {
  const { shown, word, pointsOf, jointWords } = frame;
  const points = pointsOf(score.id);
  const name = shown.statement(score.id);
  const seen = score.counts !== null && score.n_valid > 0;
  if (shown.own) {
    const answer = seen ? points[score.median - 1] : statusOfOne(shown, score);
    return h(
      "li",
      { "data-item": score.id },
      h("p", { class: "ps-glance-name" }, name),
      h("p", {}, h("strong", {}, answer)),
    );
  }
  return h(
    "li",
    { "data-item": score.id },
    h("p", { class: "ps-glance-name" }, name),
    h(
      "div",
      { class: "ps-glance-figures" },
      seen && diverging(frame, score, points, name),
      h(
        "p",
        { class: "ps-hint" },
        score.status !== "scored" && h("strong", {}, word(`result.status_${score.status}`)),
        score.status !== "suppressed" &&
          h("span", {}, word("together.answers", { n: score.n_valid, dont_know: score.dont_know })),
      ),
      seen && unanimous(word, score),
      jointBadge(jointWords(score.id)),
      score.groups && groupsOf(shown, score, points, name),
    ),
  );
}

/** Why one form has no answer to show. @param {Frame["shown"]} shown @param {any} score */
function statusOfOne({ scan: { word } }, score) {
  if (score.status === "unknown") return word("result.status_unknown_own");
  return word(`result.status_${score.not_applicable ? "not_applicable" : score.status}`);
}

/**
 * One bar, split at the line between what is in its place and what is not yet.
 * @param {Frame} frame
 * @param {any} score
 * @param {string[]} points
 * @param {string} name
 */
function diverging({ shown: { percent }, word }, score, points, name) {
  const parts = score.counts.map((/** @type {number} */ count, /** @type {number} */ place) => ({
    count,
    place,
  }));
  const said = parts
    .filter(({ count }) => count > 0)
    .map(({ count, place }) => word("result.distribution_part", { count, point: points[place] }));
  const half = (/** @type {boolean} */ right) =>
    parts.map(({ count, place }) => {
      if (count === 0) return "";
      // The answers of the other side keep room here, so that both sides have one measure.
      if (place + 1 >= CUT !== right)
        return h("span", { class: "ps-room", style: `flex-grow: ${count}` });
      return h(
        "span",
        { class: "ps-part", style: `flex-grow: ${count}; ${colours(place)}` },
        String(count),
      );
    });
  // On the left the room comes first, on the right it comes last.
  const [left, right] = [half(false), half(true)];
  const text = word(score.agreement_class ? "together.glance_bar" : "together.glance_bar_short", {
    statement: name,
    share: percent(score.share),
    class: score.agreement_class ? word(`result.class_${score.agreement_class}`) : "",
    counts: said.join(", "),
  });
  return h(
    "div",
    { class: "ps-diverging", role: "img", "aria-label": text },
    h("div", { class: "ps-side ps-side-left" }, ...left.slice(CUT - 1), ...left.slice(0, CUT - 1)),
    h("div", { class: "ps-side" }, ...right.slice(CUT - 1), ...right.slice(0, CUT - 1)),
  );
}

/** @param {number} place */
function colours(place) {
  return `background: var(--ps-answer-${place + 1}); color: var(--ps-answer-text-${place + 1})`;
}
