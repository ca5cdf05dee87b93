// The suggestions: which one is shown is chosen in the chart, and the table says the same.

import { useState } from "preact/hooks";
import { useApp } from "../../lib/app";
import { ChooseButton } from "../../plan/choose-button";
import { stepOf } from "../../plan/step";
import { SuggestionCard } from "../../results/advice";
import { ResultProvider } from "../../results/context";
import type { Suggestion } from "./advice";
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
  const { plan, steps } = usePlanning();
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
            <SuggestionCard suggestion={shown.one}>
              <Belongs step={shown.one} />
              <ChooseButton
                key={shown.one.action}
                plan={plan}
                steps={steps}
                suggestion={shown.one}
                text={shown.text}
                choose={word("actieplan.take_in")}
                takeOut={word("actieplan.take_out")}
              />
            </SuggestionCard>
          </ResultProvider>
        </ol>
      </div>
    </div>
  );
}

const COLUMNS = ["number", "step", "effort", "impact", "stability", "chosen"];

interface TableProps extends SuggestionsProps {
  isChosen: (suggestion: Suggestion) => boolean;
}

function SuggestionTable({ found, isChosen }: TableProps) {
  const { word } = useApp();
  const { content } = usePlanning();
  const percent = new Intl.NumberFormat(content.language, { style: "percent" });
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
              <td>{word(`actieplan.effort_${suggestion.one.effort}`)}</td>
              <td>{word(`actieplan.impact_${suggestion.one.impact}`)}</td>
              <td>{percent.format(suggestion.one.stability)}</td>
              <td>{isChosen(suggestion) && word("actieplan.in_plan")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
