// The plan in files.

import { FileButtons } from "../../controls/downloads";
import { KeepFile } from "../../controls/keep-file";
import type { Question, Reply } from "../../lib/connection";
import type { MakeOwnPlanFile } from "../../protocol";
import { usePlanning } from "./context";
import { rememberedScans } from "./remembered-scans";

const PLAN = ["plan.pdf", "plan.docx", "plan.ics"] as const;
const ROUND = ["one-page.pdf", "full.pdf", "full.xlsx"] as const;

/** What can be taken home. */
export function Downloads() {
  const { planner, state, isTeam, content } = usePlanning();
  const { own, token } = planner;
  const session = state.owner.kind === "team" ? state.owner.team.id : null;
  const make = async (file: string): Promise<Reply> => {
    if (isTeam) return planner.request({ kind: "team_file", token, session, file } as Question);
    // What the plan follows from: its name stands on the file.
    const [scan] = rememberedScans(content);
    const reply = await planner.request({
      kind: "own_plan_file",
      file: file as MakeOwnPlanFile["file"],
      plan: own.described(),
      calendar: own.calendar(),
      ...scan,
    });
    if (reply.kind === "file") own.gave(file, reply.day);
    return reply;
  };
  return (
    <>
      <FileButtons files={isTeam ? [...PLAN, ...ROUND] : PLAN} make={make} />
      {!isTeam && <KeepFile />}
    </>
  );
}
