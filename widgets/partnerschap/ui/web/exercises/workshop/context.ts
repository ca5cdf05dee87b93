// What the screens of the trainer share.

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { RoundResult, ShownStep, TrainerReply } from "../../protocol";
import { teamResult } from "../../results/context";
import type { Result } from "../../results/result-view";
import type { OpenRound, RoundQuestion, TrainerState } from "./state";
import type { Trainer } from "./trainer";

interface Leading {
  trainer: Trainer;
  state: TrainerState;
}

export const LeadingContext = createContext<Leading | null>(null);

export function useLeading(): Leading {
  const leading = useContext(LeadingContext);
  if (!leading) throw new Error("outside of the trainer's page");
  return leading;
}

interface Round extends OpenRound {
  trainer: Trainer;
  /** Ask something about this round. */
  ask: (question: RoundQuestion, buffers?: ArrayBuffer[]) => Promise<TrainerReply>;
  /** Have the kernel make a file of it. */
  make: (file: string) => Promise<TrainerReply>;
}

/** The round that is open. */
export function useRound(): Round {
  const { trainer, state } = useLeading();
  const { round } = state;
  if (!round) throw new Error("no round is open");
  const { id } = round.view;
  return {
    ...round,
    trainer,
    ask: (question, buffers) => trainer.ask(id, question, buffers),
    make: (file) =>
      trainer.request({ kind: "team_file", token: trainer.token ?? "", session: id, file }),
  };
}

interface ClosedRound extends Round {
  result: RoundResult;
  /** For a `ResultProvider`. */
  team: Result;
}

/** A round that has closed, with its figures. */
export function useClosedRound(): ClosedRound {
  const round = useRound();
  const { content, view } = round;
  const { result, sector } = view;
  if (!result) throw new Error("the round is open");
  const { figures, differences, pattern, missing } = result;
  const team = teamResult({ content, figures, differences, sector, pattern, missing });
  return { ...round, result, team };
}

/** A step with what its view needs of the whole. */
export function shownStep(
  { view: { joint, plan }, result }: Pick<ClosedRound, "view" | "result">,
  step: ShownStep["step"],
): ShownStep {
  return { ...result, step, joint, plan };
}
