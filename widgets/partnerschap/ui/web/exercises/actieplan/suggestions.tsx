// The suggestions: which one is shown is chosen in the chart, and the table says the same.

import { useState } from "preact/hooks";
import { useApp } from "../../lib/app";
import { ChooseButton } from "../../plan/choose-button";
import { stepOf } from "../../plan/step";
import type { ItemActionFigures } from "../../protocol";
import { ResultProvider } from "../../results/context";
import { StepCard } from "../../results/step-card";
import type { Suggestion, YearStep } from "./advice";
import { EffortChart } from "./chart";
import { usePlanning } from "./context";
import { Belongs } from "./parts";
import "../../styles/cards.css";
import "../../styles/tables.css";

const CARD = "ps-actieplan-card";

interface SuggestionsProps {
  /** At least one. */
  found: readonly Suggestion[];
}

export function Suggestions({ found }: SuggestionsProps) {
  const { word, say } = useApp();
  const { steps } = usePlanning();
  const [current, setCurrent] = useState(0);
  const isChosen = ({ one }: Suggestion) => stepOf(steps, one.action) !== undefined;
  const open = (position: number) => {
    setCurrent(position);
    say(word("actieplan.shown", { number: position + 1, text: found[position]?.text ?? "" }));
  };
  const shown = found[current];
  if (!shown) return null;
  return (
    <div>
      <p>{word("actieplan.chart_what")}</p>
      <div class="ps-fruit-pair">
        <EffortChart {...{ found, current, isChosen }} onOpen={open} shows={CARD} />
        <SuggestionTable {...{ found, isChosen }} />
      </div>
      <div id={CARD}>
        <p class="ps-hint">
          {word("actieplan.card", { number: current + 1, total: found.length })}
        </p>
        <ol class="ps-cards" start={current + 1}>
          <ResultProvider result={shown.result}>
            <StepCard step={shown.one}>
              <Belongs step={shown.one} />
              <TakeButton key={shown.one.action} suggestion={shown.one} text={shown.text} />
            </StepCard>
          </ResultProvider>
        </ol>
      </div>
    </div>
  );
}

interface TakeButtonProps {
  suggestion: ItemActionFigures;
  text: string;
}

/** Puts a step into the plan, and takes it out again. */
function TakeButton({ suggestion, text }: TakeButtonProps) {
  const { word } = useApp();
  const { plan, steps } = usePlanning();
  return (
    <ChooseButton
      plan={plan}
      steps={steps}
      suggestion={suggestion}
      text={text}
      choose={word("actieplan.take_in")}
      takeOut={word("actieplan.take_out")}
    />
  );
}

/** The steps that take longer, each of which can be put into the plan. */
export function YearSteps({ found }: { found: readonly YearStep[] }) {
  return (
    <ol class="ps-cards ps-year-cards">
      {found.map(({ one, result, text }) => (
        <ResultProvider key={one.action} result={result}>
          <StepCard step={one}>
            <Belongs step={one} />
            <TakeButton suggestion={one} text={text} />
          </StepCard>
        </ResultProvider>
      ))}
    </ol>
  );
}

const COLUMNS = ["number", "step", "effort", "impact", "chosen"];

interface TableProps extends SuggestionsProps {
  isChosen: (suggestion: Suggestion) => boolean;
}

function SuggestionTable({ found, isChosen }: TableProps) {
  const { word } = useApp();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, with the keyboard too
    <section class="ps-scroll" tabIndex={0} aria-label={word("actieplan.table")}>
      <table class="ps-fruit-table">
        <thead>
          <tr>
            {COLUMNS.map((name) => (
              <th key={name} scope="col">
                {word(`actieplan.column_${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.map((suggestion, position) => (
            <tr key={suggestion.one.action}>
              <th scope="row">{position + 1}</th>
              <td>{suggestion.text}</td>
              <td>{word(`advice.effort_${suggestion.one.effort}`)}</td>
              <td>{word(`advice.impact_${suggestion.one.impact}`)}</td>
              <td>{isChosen(suggestion) && word("actieplan.in_plan")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
