// @ts-check
// The plan in files, on the overview.

import { fileButtons } from "../../controls/downloads-dom.js";
import { recallSecret } from "../../lib/trainer-link";
import { rememberedScans } from "./alone.js";

/** @typedef {import("./index.js").Planner} Planner */

const PLAN = ["plan.pdf", "plan.docx", "plan.ics"];
const ROUND = ["one-page.pdf", "full.pdf", "full.xlsx"];

/** What can be taken home. @param {Planner} stage */
export function downloads(stage) {
  const { plan, word } = stage;
  return fileButtons({
    word,
    files: plan.team ? [...PLAN, ...ROUND] : PLAN,
    async make(file) {
      const { plan: now } = stage;
      if (now.team)
        return stage.request({
          kind: "team_file",
          token: recallSecret()?.token,
          session: now.team.id,
          file,
        });
      const plan = now.actions().map(described);
      const reply = await stage.request({
        kind: "own_plan_file",
        file,
        plan,
        calendar: now.calendar?.(),
        ...firstScan(stage),
      });
      if (reply.kind === "file") now.gave?.(file, reply.day);
      return reply;
    },
  });
}

/** An action without what only this browser needs. @param {import("./index.js").Action} action */
function described({ id, version, ...fields }) {
  void [id, version];
  return fields;
}

/** What the plan follows from: its name stands on the file. @param {Planner} stage */
function firstScan({ specification }) {
  const [first] = rememberedScans(specification);
  if (!first) return {};
  const { instrument, role, sector, answers } = first;
  return { instrument, role, sector, answers };
}
