// @ts-check
// What the screens of the plan have in common.

import { button } from "../../controls/parts.js";
import { trainerLink } from "../../controls/trainer-parts.js";
import { h } from "../../lib/dom.js";
import { recallSecret } from "../../lib/trainer-link";
import { isOpen } from "./advice.js";

/** @typedef {import("./index.js").Planner} Planner */

export const MOST_ACTIONS = 20;
const RECOMMENDED = 3;
const TOO_MANY = 5;

/** How many steps there are to do, and whether that is enough. @param {Planner} stage */
export function counted(stage) {
  const { word, count } = stage;
  const place = h("p", { class: "ps-note", role: "status" });
  const update = () => {
    const n = stage.plan.actions().filter(isOpen).length;
    const advice =
      n === 0
        ? "none"
        : n < 2
          ? "few"
          : n <= RECOMMENDED
            ? "good"
            : n <= TOO_MANY
              ? "more"
              : "too_many";
    const text = `${count("actieplan.count", n)} ${word(`actieplan.advice_${advice}`)}`;
    place.classList.toggle("ps-plan-many", n > TOO_MANY);
    if (place.textContent !== text) place.textContent = text; // else it would be read out again
  };
  update();
  return { place, update };
}

/** Whether something was agreed that would be lost. @param {import("./index.js").Action} action */
export const isFilled = ({
  owner,
  due,
  first_step: first,
  evidence,
  celebration,
  reason,
  months,
  state,
}) =>
  Boolean(
    owner ||
      due ||
      first ||
      evidence ||
      celebration ||
      reason ||
      months.length ||
      state !== "chosen",
  );

/**
 * The row under every screen of a plan.
 * @param {Planner} stage
 * @param {{back: string, print?: boolean}} options
 */
export function foot(stage, { back, print = false }) {
  const { word, plan, go, wipe } = stage;
  return h(
    "p",
    { class: "ps-buttons ps-quiet" },
    button(word("exercise.back"), () => go(back)),
    print && button(word("exercise.print"), () => window.print()),
    plan.team
      ? trainerLink(word, "workshop", word("actieplan.to_session"), recallSecret()?.token)
      : button(word("exercise.wipe"), wipe),
  );
}
