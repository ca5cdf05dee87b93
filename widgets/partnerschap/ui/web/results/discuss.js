// @ts-check
// One item to talk about, large: the answers, a question to begin with, and one answer together.

import { h } from "../lib/dom.js";
import { distribution } from "./charts.js";
import { groupsOf, unanimous } from "./items.js";
import { jointBadge } from "./shared.js";

/**
 * @param {import("./shared.js").Frame} frame
 * @param {import("./steps.js").Extra} extra
 */
export function discussView({ step, figures, shown, word, pointsOf, jointWords }, extra) {
  // A trainer's screen has all items to discuss, a participant's only that of this step.
  const id = figures.discuss_first[step.number - 1] ?? figures.discuss_first[0];
  const score = shown.scores.get(id);
  if (!score) return [h("p", {}, word("result.discuss_none"))];
  const points = pointsOf(id);
  const name = shown.statement(id);
  return [
    h(
      "div",
      { class: "ps-discuss", style: `--area: var(--ps-${score.area}, var(--ps-accent))` },
      h("p", { class: "ps-discuss-item" }, name),
      h(
        "p",
        {},
        h(
          "span",
          { class: `ps-badge ps-${score.agreement_class}` },
          word(`result.class_${score.agreement_class}`),
        ),
        h(
          "span",
          { class: "ps-hint" },
          word("together.answers", { n: score.n_valid, dont_know: score.dont_know }),
        ),
      ),
      distribution(score.counts, points, word, name),
      unanimous(word, score),
      h(
        "p",
        { class: "ps-quote" },
        word(
          score.agreement_class === "two_camps" ? "together.ask_two_camps" : "together.ask_spread",
        ),
      ),
      score.groups
        ? groupsOf(shown, score, points, name)
        : h("p", { class: "ps-hint" }, word("together.no_groups")),
      extra.joint ? extra.joint(id) : jointBadge(jointWords(id) ?? word("together.joint_none")),
    ),
  ];
}
