// Puts a suggestion into the plan, and where that is offered takes it out again.

import { useState } from "preact/hooks";
import { ConfirmButton } from "../controls/confirm";
import { Problem } from "../controls/feedback";
import { useApp } from "../lib/app";
import { type ItemActionFigures, LIMITS } from "../protocol";
import type { EditablePlan } from "./editable-plan";
import { isAgreedOn, isFull, type PlanStep, stepOf } from "./step";
import "./choose-button.css";

interface ChooseButtonProps {
  plan: EditablePlan;
  /** What the plan holds now. */
  steps: readonly PlanStep[];
  suggestion: ItemActionFigures;
  /** What it says to do. */
  text: string;
  /** On the button. */
  choose: string;
  /** The same when it is in the plan; without it there is a badge that says `chosen` in its place. */
  takeOut?: string;
  chosen?: string;
  onAdded?: (step: PlanStep) => void;
}

export function ChooseButton(props: ChooseButtonProps) {
  const { plan, steps, suggestion, text, choose, takeOut, chosen, onAdded } = props;
  const { word, say } = useApp();
  const [problem, setProblem] = useState("");
  const { item, action } = suggestion;
  const planned = stepOf(steps, action);
  const onConfirm = async () => {
    setProblem("");
    if (!planned && isFull(plan.steps()))
      return setProblem(word("plan.full", { limit: LIMITS.planSteps }));
    const { isOk, message = "" } = planned
      ? await plan.remove(planned)
      : await plan.add(action, { item, action, text });
    if (!isOk) return setProblem(message);
    say(word(planned ? "exercise.removed" : "exercise.added", { text }));
    const added = planned ? undefined : stepOf(plan.steps(), action);
    if (added) onAdded?.(added);
  };
  if (planned && takeOut === undefined) {
    return (
      <p class="ps-choose">
        <span class="ps-badge ps-quick">{chosen}</span>
      </p>
    );
  }
  const ask = (planned && takeOut) || choose;
  return (
    <>
      <div class="ps-choose">
        <ConfirmButton
          main
          ask={ask}
          label={`${ask}: ${text}`}
          yes={word("plan.remove_yes")}
          no={word("plan.remove_no")}
          isSafe={!planned || !isAgreedOn(planned)}
          onConfirm={() => void onConfirm()}
        >
          <p>{word("plan.remove_sure")}</p>
        </ConfirmButton>
      </div>
      <Problem text={problem} />
    </>
  );
}
