// After a round: the plan, the next round, and the rounds beside each other.

import { Buttons } from "../../controls/buttons";
import { ConfirmButton } from "../../controls/confirm";
import { ExerciseLink } from "../../controls/exercise-link";
import { useApp } from "../../lib/app";
import { hashOf } from "../../lib/trainer-link";
import { useRound } from "./context";

export function Afterwards() {
  const { word } = useApp();
  const { trainer, view } = useRound();
  const hash = hashOf(trainer.token ?? "");
  const last = view.rounds.at(-1);
  return (
    <div>
      <p>{word("workshop.plan_what")}</p>
      <Buttons>
        <ExerciseLink id="actieplan" text={word("workshop.plan_open")} hash={hash} />
      </Buttons>
      <p>{word("workshop.next_round_when")}</p>
      {last?.state === "open" ? (
        <p>{word("workshop.next_round_open", { round: last.round })}</p>
      ) : (
        <ConfirmButton
          ask={word("workshop.next_round")}
          yes={word("workshop.next_round_yes")}
          no={word("workshop.close_no")}
          onConfirm={() => void trainer.openNextRound()}
        >
          <p>{word("workshop.next_round_what")}</p>
        </ConfirmButton>
      )}
      <Buttons>
        <ExerciseLink id="herhaalmeting" text={word("workshop.compare")} hash={hash} />
      </Buttons>
    </div>
  );
}
