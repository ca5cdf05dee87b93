// @ts-check
// A step of one's own, and where it belongs.

import { field, problem } from "../../controls/parts.js";
import { h } from "../../lib/dom.js";
import { areaField, LONGEST_TEXT, line, textProblem } from "./fields.js";
import { MOST_ACTIONS } from "./parts.js";

/** @typedef {import("./index.js").Planner} Planner */

/** @param {Planner} stage */
export function ownStep(stage) {
  const { specification, word } = stage;
  const wrong = problem();
  const text = /** @type {HTMLTextAreaElement} */ (
    h("textarea", { rows: 2, maxlength: LONGEST_TEXT })
  );
  const area = areaField(specification, word);
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const said = line(text.value);
    const full = stage.plan.actions().length >= MOST_ACTIONS;
    const found =
      textProblem(word, said) || (full ? word("actieplan.full", { limit: MOST_ACTIONS }) : "");
    wrong.tell(found);
    if (found) return text.focus();
    const outcome = await stage.plan.add(`own ${said}`, { text: said, area: area.value || null });
    if (!outcome.ok) return wrong.tell(outcome.message ?? "");
    text.value = "";
    stage.say(word("exercise.added", { text: said }));
    return text.focus();
  };
  return [
    h("p", {}, word("actieplan.own_what")),
    h(
      "form",
      { class: "ps-own-step", onsubmit: submit },
      field(word("actieplan.text"), text),
      field(word("actieplan.area"), area),
      wrong.place,
      h(
        "p",
        { class: "ps-buttons" },
        h("button", { class: "ps-button", type: "submit" }, word("actieplan.own_add")),
      ),
    ),
  ];
}
