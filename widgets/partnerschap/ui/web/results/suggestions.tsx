// The steps that figures advise: those for now, and those for the year plan. All stand inside a
// `ResultProvider`.

import type { ComponentChildren } from "preact";
import { Folded, Section } from "../controls/panels";
import { useApp } from "../lib/app";
import type { ItemActionFigures } from "../protocol";
import { useResult } from "./context";
import { StepCard } from "./step-card";
import "../styles/cards.css";

interface StepsProps {
  /** How many were shown before. */
  from?: number;
  /** Above the cards, in place of the words for one person or a sheet. */
  intro?: string;
  /** What stands below a step. */
  below?: ((step: ItemActionFigures) => ComponentChildren) | undefined;
}

export function Suggestions({ intro, from = 0, below }: StepsProps) {
  const { word } = useApp();
  const { figures, pattern } = useResult();
  const isFound = figures.suggestions.length > from;
  // Answers of one kind alone were told of already.
  if (!isFound && (pattern || from > 0)) return null;
  return (
    <Section title={word(from ? "result.suggestions_more" : "result.suggestions")}>
      <p>
        {isFound ? (intro ?? word("result.suggestions_intro")) : word("result.suggestions_none")}
      </p>
      <SuggestionList from={from} below={below} />
    </Section>
  );
}

/** The same for a parent, whose list it is not: folded away, and nothing when there are none. */
export function TeamSuggestions() {
  const { word } = useApp();
  const { figures } = useResult();
  if (!figures.suggestions.length) return null;
  return (
    <Folded title={word("result.suggestions_parent")}>
      <p>{word("result.suggestions_parent_intro")}</p>
      <SuggestionList />
    </Folded>
  );
}

function SuggestionList({ from = 0, below }: Pick<StepsProps, "from" | "below">) {
  const suggestions = useResult().figures.suggestions.slice(from);
  if (!suggestions.length) return null;
  return (
    <ol class="ps-cards">
      {suggestions.map((one) => (
        <StepCard key={one.action} step={one}>
          {below?.(one)}
        </StepCard>
      ))}
    </ol>
  );
}

/** What takes longer, each step with its reason; nothing when no such step fits. */
export function YearPlan({ below }: Pick<StepsProps, "below">) {
  const { word } = useApp();
  const { figures } = useResult();
  if (!figures.year_plan.length) return null;
  return (
    <Section title={word("result.year_plan")}>
      <p>{word("result.year_plan_intro")}</p>
      <ol class="ps-cards ps-year-cards">
        {figures.year_plan.map((step) => (
          <StepCard key={step.action} step={step}>
            {below?.(step)}
          </StepCard>
        ))}
      </ol>
    </Section>
  );
}
