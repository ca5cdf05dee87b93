// What to do: suggestions and what the team chose, and at the end what was agreed.

import { Section } from "../controls/panels";
import { useApp } from "../lib/app";
import { dateWords } from "../lib/dates";
import type { PlannedAction } from "../protocol";
import { FindOut, StrengthList } from "./advice";
import type { StepProps } from "./step";
import { Suggestions, YearPlan } from "./suggestions";
import "../styles/cards.css";

/** The step where the team chooses what to do. Stands inside a `ResultProvider`. */
export function ActionsStep({ shown, choose, plan }: StepProps) {
  const { word } = useApp();
  const { importance } = shown;
  return (
    <>
      <Section title={word("together.plan")}>{plan ?? <PlanList plan={shown.plan} />}</Section>
      <Suggestions
        intro={word(importance ? "together.suggestions_voted" : "together.suggestions")}
        below={(one) => (
          <>
            <Importance voted={importance?.[one.item]} />
            {choose?.(one)}
          </>
        )}
      />
      <YearPlan below={choose} />
      <FindOut />
    </>
  );
}

/** How important the team found an item; nothing when it did not vote on it. */
function Importance({ voted }: { voted: number | undefined }) {
  const { word } = useApp();
  if (!voted) return null;
  const name = word(`together.importance_${voted}`);
  return <p class="ps-hint">{word("together.importance", { name })}</p>;
}

/** What is chosen, with who and when. Needs no result around it. */
export function PlanList({ plan }: { plan: readonly PlannedAction[] }) {
  const { word } = useApp();
  if (!plan.length) return <p>{word("together.plan_none")}</p>;
  return (
    <ol class="ps-cards ps-agreed">
      {plan.map((action) => (
        <li key={action.id} class="ps-card">
          <p class="ps-action">{action.text}</p>
          <p>
            <Agreed {...action} />
          </p>
          {action.reason && <p class="ps-hint">{action.reason}</p>}
        </li>
      ))}
    </ol>
  );
}

/** Who does an action, when it is done, and how far it is once it has begun. */
export function Agreed({
  owner,
  due,
  state = "chosen",
}: Pick<PlannedAction, "owner" | "due"> & Partial<Pick<PlannedAction, "state">>) {
  const { specification, word } = useApp();
  const date = due && dateWords(specification.language, due);
  return (
    <>
      <span class="ps-badge">
        {owner ? word("together.owner", { owner }) : word("together.owner_none")}
      </span>
      <span class="ps-badge">
        {date ? word("together.due", { date }) : word("together.due_none")}
      </span>
      {state !== "chosen" && <span class="ps-badge">{word(`together.state_${state}`)}</span>}
    </>
  );
}

/** The end of a round. Stands inside a `ResultProvider`. */
export function EndStep({ shown, plan }: StepProps) {
  const { word } = useApp();
  return (
    <>
      <Section title={word("together.plan")}>{plan ?? <PlanList plan={shown.plan} />}</Section>
      <Section title={word("together.strengths_keep")}>
        <StrengthList />
      </Section>
      <Section title={word("together.next_round")}>
        <p>{word("together.next_round_when")}</p>
        <p>{word("together.tell")}</p>
      </Section>
    </>
  );
}
