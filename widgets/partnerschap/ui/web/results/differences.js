// @ts-check
// Where groups see an item differently: how much, in words, and their answers beside each other.

import { h } from "../lib/dom.js";
import { distribution } from "./charts.js";
import { unanimous } from "./items.js";

/** From which |delta| a difference is called so: a convention (Romano et al. 2006), no law. */
const SIZES = [
  { from: 0.474, id: "large" },
  { from: 0.33, id: "middle" },
  { from: 0.147, id: "small" },
  { from: 0, id: "slight" },
];

/** @param {import("./shared.js").Frame} frame */
export function differencesView(frame) {
  const { biggest_differences: found, word, minGroup } = frame;
  if (!found.length) return [h("p", {}, word("together.differences_none"))];
  return [
    h("p", {}, word("together.differences_intro", { min_group: minGroup })),
    h("ol", { class: "ps-cards" }, ...found.map((one) => card(frame, one))),
    h("p", { class: "ps-hint" }, word("together.differences_note")),
  ];
}

/** @param {import("./shared.js").Frame} frame @param {any} difference */
function card({ shown, word, nameOf, pointsOf }, { item, first, second, delta }) {
  const score = shown.scores.get(item);
  const name = shown.statement(item);
  const number = new Intl.NumberFormat(shown.scan.specification.language, {
    maximumFractionDigits: 2,
  });
  const size = SIZES.find(({ from }) => Math.abs(delta) >= from)?.id;
  const [higher, lower] = delta > 0 ? [first, second] : [second, first];
  return h(
    "li",
    { class: "ps-card", style: `--area: var(--ps-${score.area}, var(--ps-accent))` },
    h("p", { class: "ps-action" }, name),
    h(
      "p",
      {},
      word(`together.difference_${size}`, {
        higher: nameOf(higher),
        lower: nameOf(lower),
        value: number.format(Math.abs(delta)),
      }),
    ),
    h(
      "div",
      { class: "ps-columns" },
      ...[first, second].map((role) => {
        const group = score.groups[role];
        return h(
          "div",
          {},
          h(
            "p",
            { class: "ps-over" },
            word("together.group", { name: nameOf(role), n: group.n_valid }),
          ),
          distribution(group.counts, pointsOf(item), word, `${name} (${nameOf(role)})`),
          unanimous(word, group),
        );
      }),
    ),
  );
}
