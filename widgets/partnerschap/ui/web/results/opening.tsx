// How a result opens: one thing that goes well, one thing to talk about, and three steps. All else
// can wait. Stands inside a `ResultProvider`.

import type { ComponentChildren } from "preact";
import { Section } from "../controls/panels";
import { useApp } from "../lib/app";
import type { SuggestionFigures } from "../protocol";
import { AgreementBadge } from "./advice";
import { Distribution } from "./charts";
import { useResult } from "./context";
import { saysText } from "./in-words";
import { StepCard } from "./step-card";
import "../styles/cards.css";
import "../styles/columns.css";
import "./opening.css";

/** Steps that are shown at once. */
export const FIRST_STEPS = 3;

export function Opening() {
  const { word } = useApp();
  const { figures, scores, isSingle } = useResult();
  const [strength] = figures.strengths;
  const [talk] = [...figures.discuss_first, ...figures.agree_low].filter((id) => scores.has(id));
  const none = isSingle ? "result.strengths_none_own" : "result.strengths_none_team";
  return (
    <div class="ps-columns ps-opening">
      <section class="ps-opening-one ps-opening-good">
        <h3>{word("result.opening_strength")}</h3>
        {strength === undefined ? <p>{word(none)}</p> : <Said item={strength} end="high" />}
      </section>
      {talk !== undefined && (
        <section class="ps-opening-one">
          <h3>{word("result.opening_talk")}</h3>
          {figures.discuss_first.includes(talk) ? (
            <Apart item={talk} />
          ) : (
            <Said item={talk} end="low" />
          )}
        </section>
      )}
    </div>
  );
}

interface OneProps {
  /** Id. */
  item: string;
}

/** An item with how many people say so. */
function Said({ item, end }: OneProps & { end: "high" | "low" }) {
  const app = useApp();
  const { scores, statement, points } = useResult();
  const counts = scores.get(item)?.counts;
  return (
    <>
      <p class="ps-action">{statement(item)}</p>
      {counts && <p class="ps-hint">{saysText(app, counts, points(item), end)}</p>}
    </>
  );
}

/** An item about which people do not agree. */
function Apart({ item }: OneProps) {
  const { scores, statement, points } = useResult();
  const score = scores.get(item);
  return (
    <>
      <p class="ps-action">{statement(item)}</p>
      {score && <AgreementBadge score={score} />}
      {score?.counts && (
        <Distribution counts={score.counts} points={points(item)} name={statement(item)} />
      )}
    </>
  );
}

/** The first steps, each with what stands below it; nothing when no step follows. */
export function FirstSteps({ below }: { below: (step: SuggestionFigures) => ComponentChildren }) {
  const { word, count } = useApp();
  const steps = useResult().figures.suggestions.slice(0, FIRST_STEPS);
  if (!steps.length) return null;
  return (
    <Section title={count("result.opening_steps", steps.length)}>
      <p>{word("result.opening_steps_what")}</p>
      <ol class="ps-cards">
        {steps.map((step) => (
          <StepCard key={step.action} step={step}>
            {below(step)}
          </StepCard>
        ))}
      </ol>
    </Section>
  );
}
