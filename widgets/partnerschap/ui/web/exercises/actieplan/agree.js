// @ts-check
// What is agreed about every step of the plan.

import { button, mainButton } from "../../controls/parts.js";
import { h, moveTo } from "../../lib/dom.js";
import { counted, foot } from "./parts.js";
import { planRow } from "./row.js";

/** @typedef {import("./index.js").Planner} Planner */
/** @typedef {import("./index.js").Screen} Screen */

/** @param {Planner} stage @returns {Screen} */
export function agree(stage) {
  const { word, go } = stage;
  /** @type {Map<number, ReturnType<typeof planRow>>} */
  const rows = new Map();
  const list = h("ol", { class: "ps-cards ps-agree-list" });
  const none = h("p", { class: "ps-note" }, word("actieplan.none"));
  const enough = counted(stage);
  const heading = h("h2", {}, word("actieplan.agree"));

  const update = () => {
    const actions = stage.plan.actions();
    const ids = new Set(actions.map(({ id }) => id));
    for (const [id, row] of rows) {
      if (ids.has(id)) continue;
      row.place.remove();
      rows.delete(id);
    }
    actions.forEach((action, position) => {
      let row = rows.get(action.id);
      if (row) row.update(action);
      else {
        row = planRow(stage, action, () => {
          stage.say(word("exercise.removed", { text: action.text }));
          moveTo(heading);
        });
        rows.set(action.id, row);
        list.append(row.place);
      }
      row.title(position + 1);
    });
    none.hidden = actions.length > 0;
    list.hidden = !none.hidden;
    enough.update();
  };

  update();
  return {
    place: [
      heading,
      h("p", {}, word("actieplan.agree_what")),
      enough.place,
      none,
      list,
      h(
        "p",
        { class: "ps-buttons" },
        mainButton(word("actieplan.to_overview"), () => go("overview")),
        button(word("actieplan.more_steps"), () => go("choose")),
      ),
      foot(stage, { back: "choose" }),
    ],
    update,
    again() {
      for (const row of rows.values()) row.again();
    },
    leave() {
      for (const row of rows.values()) row.leave();
    },
  };
}
