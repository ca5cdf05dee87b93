// What somebody chose of some steps, to fill in at once: what, who and when. The rest can be agreed in
// the exercise of the plan, which opens on the same steps.

import { KeepFile } from "../controls/keep-file";
import { Section } from "../controls/panels";
import { useApp } from "../lib/app";
import type { OwnPlan } from "./own-plan";
import { PlanLink } from "./plan-link";
import type { PlanStep } from "./step";
import { StepRow } from "./step-row";
import "../styles/cards.css";

interface MyPlanProps {
  plan: OwnPlan;
  /** Whether a step of the plan is one of those that this is about. */
  isShown: (step: PlanStep) => boolean;
}

export function MyPlan({ plan, isShown }: MyPlanProps) {
  const { word, count, say } = useApp();
  const steps = plan.steps();
  const shown = steps.filter(isShown);
  const others = steps.length - shown.length;
  return (
    <Section title={word("plan.mine")}>
      <p>{word(shown.length ? "plan.mine_what" : "plan.mine_none")}</p>
      {shown.length > 0 && (
        <ol class="ps-cards">
          {shown.map((step) => (
            <StepRow
              key={step.id}
              plan={plan}
              step={step}
              labels={{ text: word("plan.what"), owner: word("plan.who") }}
              tell={say}
            />
          ))}
        </ol>
      )}
      {others > 0 && <p class="ps-hint">{count("plan.others", others)}</p>}
      {steps.length > 0 && (
        <>
          <PlanLink plan={plan} />
          <KeepFile />
        </>
      )}
    </Section>
  );
}
