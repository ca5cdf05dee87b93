// Puts a suggestion into the plan of a team, while it talks.

import { useState } from "preact/hooks";
import { Button } from "../controls/buttons";
import { Problem } from "../controls/feedback";
import { useApp } from "../lib/app";
import { type ItemActionFigures, LIMITS } from "../protocol";
import type { EditablePlan } from "./editable-plan";
import { isFull, type PlanStep, stepOf } from "./step";
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
  /** In its place, once the step is in the plan. */
  chosen: string;
  onAdded: (step: PlanStep) => void;
}

export function ChooseButton(props: ChooseButtonProps) {
  const { plan, steps, suggestion, text, choose, chosen, onAdded } = props;
  const { word, say } = useApp();
  const [problem, setProblem] = useState("");
  const { item, action } = suggestion;
  const add = async () => {
    setProblem("");
    if (isFull(plan.steps())) return setProblem(word("plan.full", { limit: LIMITS.planSteps }));
    const { isOk, message = "" } = await plan.add(action, { item, action, text });
    if (!isOk) return setProblem(message);
    say(word("exercise.added", { text }));
    const added = stepOf(plan.steps(), action);
    if (added) onAdded(added);
  };
  if (stepOf(steps, action)) {
    return (
      <p class="ps-choose">
        <span class="ps-badge ps-quick">{chosen}</span>
      </p>
    );
  }
  return (
    <>
      <div class="ps-choose">
        <Button main aria-label={`${choose}: ${text}`} onClick={() => void add()}>
          {choose}
        </Button>
      </div>
      <Problem text={problem} />
    </>
  );
}
