// @ts-check
// The plan in files, on the overview.

import { h } from "./dom.js";

/** @typedef {import("./actieplan.js").Planner} Planner */

/**
 * PLACE FOR DOWNLOADS. The buttons that give the plan as a file (PDF, Word, Excel, calendar) come
 * here; the kernel makes the files. `stage.plan.team` is the round, or null for the plan of one
 * person, `stage.plan.actions()` the actions, `stage.request(question)` asks the kernel. Put each
 * button into the row that is returned: while it is empty, nothing of it shows.
 * @param {Planner} stage
 * @returns {HTMLElement}
 */
export function downloads(stage) {
  void stage;
  return h("p", { class: "ps-buttons ps-downloads" });
}
