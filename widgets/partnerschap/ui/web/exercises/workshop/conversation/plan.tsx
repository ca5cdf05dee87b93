// The plan on the trainer's screen: two or three steps, each with who and when, saved one by one.

import { useMemo } from "preact/hooks";
import { useApp } from "../../../lib/app";
import { ChooseButton } from "../../../plan/choose-button";
import { RoundPlan } from "../../../plan/editable-plan";
import { OwnStepForm } from "../../../plan/own-step";
import { amountOf, type PlanStep } from "../../../plan/step";
import { StepRow } from "../../../plan/step-row";
import type { ItemActionFigures } from "../../../protocol";
import { useResult } from "../../../results/context";
import { useRound } from "../context";
import "../../../styles/cards.css";
import "../../../styles/planned.css";

/** The plan of the round that is open, for as long as it is. */
export function useRoundPlan(): RoundPlan {
  const { trainer, view } = useRound();
  return useMemo(
    () =>
      new RoundPlan({
        ask: (change) => trainer.ask(view.id, change),
        steps() {
          const now = trainer.getSnapshot().round?.view;
          return now?.id === view.id ? now.plan : [];
        },
      }),
    [trainer, view.id],
  );
}

interface PlanEditorProps {
  plan: RoundPlan;
  /** Id of the step that was just chosen. */
  added: PlanStep["id"] | null;
  /** Whether there is a place for a step of the team's own. */
  isAdding: boolean;
}

export function PlanEditor({ plan, added, isAdding }: PlanEditorProps) {
  const { word } = useApp();
  const { trainer, view } = useRound();
  const labels = { text: word("workshop.step_text"), owner: word("workshop.step_owner") };
  const n = view.plan.length;
  const amount = amountOf(n);
  return (
    <div>
      {n === 0 && <p>{word("together.plan_none")}</p>}
      <ol class="ps-cards ps-planned-list">
        {view.plan.map((step) => (
          <StepRow
            key={step.id}
            plan={plan}
            step={step}
            labels={labels}
            isNew={step.id === added}
            tell={(message) => trainer.tell(message)}
          />
        ))}
      </ol>
      {amount === "more" && <p class="ps-hint">{word("workshop.plan_many", { n })}</p>}
      {amount === "too_many" && <p class="ps-hint">{word("workshop.plan_too_many", { n })}</p>}
      {isAdding && (
        <OwnStepForm
          plan={plan}
          labels={labels}
          addWord={word("workshop.own_step_add")}
          asks="agreement"
          classes="ps-plan"
          heading={word("workshop.own_step")}
        />
      )}
    </div>
  );
}

interface ChooseStepProps {
  plan: RoundPlan;
  suggestion: ItemActionFigures;
  onAdded: (step: PlanStep) => void;
}

/** Below a step for now or for the year: choose it. Stands inside a `ResultProvider`. */
export function ChooseStep({ plan, suggestion, onAdded }: ChooseStepProps) {
  const { word } = useApp();
  const { view } = useRound();
  const { actionText } = useResult();
  return (
    <ChooseButton
      plan={plan}
      steps={view.plan}
      suggestion={suggestion}
      text={actionText(suggestion)}
      choose={word("workshop.choose")}
      chosen={word("workshop.chosen")}
      onAdded={onAdded}
    />
  );
}
