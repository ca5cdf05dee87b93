// A step with its reason, as an item of a list: one for now, or one for the year plan.

import type { ComponentChildren } from "preact";
import { useApp } from "../lib/app";
import type { SuggestionFigures, YearStepFigures } from "../protocol";
import { areaColour } from "../questionnaire/content";
import { useResult } from "./context";
import { isEnough } from "./in-words";
import "../styles/cards.css";

/** Only a step for now can be low-hanging fruit. */
type Step = YearStepFigures & Partial<Pick<SuggestionFigures, "quick_win" | "stability">>;

interface StepCardProps {
  step: Step;
  /** Which one it is, where that is said elsewhere too. */
  number?: string;
  /** What stands below it. */
  children?: ComponentChildren;
}

export function StepCard({ step, number, children }: StepCardProps) {
  const { word } = useApp();
  const { areaOf, statement, actionText } = useResult();
  const { item, effort, impact, quick_win, why } = step;
  return (
    <li class="ps-card" style={areaColour(areaOf(item))}>
      {number && <span class="ps-badge">{number}</span>}
      {quick_win && <span class="ps-badge ps-quick">{word("result.quick_win")}</span>}
      <p class="ps-action">{actionText(step)}</p>
      <p class="ps-hint">{word("result.for_item", { statement: statement(item) })}</p>
      <p>
        <strong>{word("result.why")}</strong> {why}
      </p>
      <Facts
        facts={[
          [word("result.effort"), word(`advice.effort_${effort}`)],
          [word("result.impact"), word(`advice.impact_${impact}`)],
        ]}
      />
      <HowKnown step={step} />
      {children}
    </li>
  );
}

function Facts({ facts }: { facts: readonly (readonly [string, string | undefined])[] }) {
  return (
    <dl class="ps-facts">
      {facts.map(([term, description]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{description}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The figures behind a step, for who asks. */
function HowKnown({ step: { need, stability } }: { step: Step }) {
  const { word } = useApp();
  const { figures, percent, decimal } = useResult();
  const facts: [string, string | undefined][] = [
    [word("result.need"), word("result.need_text", { need: decimal(need) })],
  ];
  // Of few people there is nobody to draw again: how certain it is cannot be said.
  if (stability !== undefined && isEnough(figures.respondents)) {
    const grade = stability >= 0.6 ? "high" : stability >= 0.3 ? "middle" : "low";
    facts.push([
      word("result.stability"),
      word("result.stability_text", {
        name: word(`result.stability_${grade}`),
        share: percent(stability),
      }),
    ]);
  }
  return (
    <details class="ps-table">
      <summary>{word("result.how")}</summary>
      <Facts facts={facts} />
    </details>
  );
}
