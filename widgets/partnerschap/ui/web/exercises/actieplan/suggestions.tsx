// The suggestions as a list of cards, each with a box to tick; a drawing says the same.

import { useApp } from "../../lib/app";
import { ChooseBox } from "../../plan/choose-box";
import { stepOf } from "../../plan/step";
import type { ItemActionFigures } from "../../protocol";
import { ResultProvider } from "../../results/context";
import { StepCard } from "../../results/step-card";
import type { Suggestion, YearStep } from "./advice";
import { EffortChart } from "./chart";
import { usePlanning } from "./context";
import "../../styles/cards.css";

interface SuggestionsProps {
  /** At least one. */
  found: readonly Suggestion[];
}

export function Suggestions({ found }: SuggestionsProps) {
  const { word } = useApp();
  const { steps } = usePlanning();
  return (
    <>
      <ol class="ps-cards">
        {found.map((suggestion, position) => (
          <SuggestedStep key={suggestion.one.action} {...suggestion}>
            {word("actieplan.card", { number: position + 1 })}
          </SuggestedStep>
        ))}
      </ol>
      <EffortChart found={found} isChosen={({ one }) => stepOf(steps, one.action) !== undefined} />
    </>
  );
}

/** The steps that take longer, each of which can be put into the plan. */
export function YearSteps({ found }: { found: readonly YearStep[] }) {
  return (
    <ol class="ps-cards ps-year-cards">
      {found.map((step) => (
        <SuggestedStep key={step.one.action} {...step} />
      ))}
    </ol>
  );
}

interface SuggestedStepProps extends Pick<YearStep, "result" | "text"> {
  one: YearStep["one"] & ItemActionFigures;
  /** Above it. */
  children?: string;
}

function SuggestedStep({ one, result, text, children }: SuggestedStepProps) {
  const { plan, steps } = usePlanning();
  const { item, action } = one;
  return (
    <ResultProvider result={result}>
      <StepCard step={one} number={children}>
        <ChooseBox plan={plan} step={{ item, action, text }} planned={stepOf(steps, action)} />
      </StepCard>
    </ResultProvider>
  );
}
