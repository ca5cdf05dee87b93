// What the figures advise, each under its own title: what goes well, what to discuss first, what to
// do, what to find out. All stand inside a `ResultProvider`.

import type { ComponentChildren } from "preact";
import { Section } from "../controls/panels";
import { useApp } from "../lib/app";
import type { ItemFigures, SuggestionFigures } from "../protocol";
import { areaColour } from "../questionnaire/content";
import { Distribution } from "./charts";
import { useResult } from "./context";
import "../styles/cards.css";
import "./advice.css";

export function Strengths() {
  const { word } = useApp();
  return (
    <Section title={word("result.strengths")}>
      <StrengthList />
    </Section>
  );
}

/** The strengths without a title of their own. */
export function StrengthList() {
  const { word } = useApp();
  const { figures, isSingle, scores, statement, points, percent } = useResult();
  const hint = ({ id, median, share }: ItemFigures) => {
    const scale = points(id);
    return isSingle
      ? word("result.strength_own", { point: scale[(median ?? 0) - 1] ?? "" })
      : word("result.strength_team", {
          share: percent(share),
          fourth: scale[3] ?? "",
          fifth: scale[4] ?? "",
        });
  };
  const found = figures.strengths.map((id) => scores.get(id)).filter((one) => one !== undefined);
  if (!found.length) {
    return <p>{word(isSingle ? "result.strengths_none_own" : "result.strengths_none_team")}</p>;
  }
  return (
    <ul class="ps-list ps-strengths">
      {found.map((score) => (
        <li key={score.id}>
          <strong>{statement(score.id)}</strong>
          <span class="ps-hint">{hint(score)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Whether people agree on an item. */
export function AgreementBadge({ score }: { score: Pick<ItemFigures, "agreement_class"> }) {
  const { word } = useApp();
  const { agreement_class: agreement } = score;
  if (!agreement) return null;
  return (
    <span class={`ps-badge ps-agreement-${agreement}`}>{word(`result.class_${agreement}`)}</span>
  );
}

export function DiscussFirst() {
  const { word } = useApp();
  const { figures, scores, statement, points } = useResult();
  const found = figures.discuss_first
    .map((id) => scores.get(id))
    .filter((score) => score !== undefined);
  return (
    <Section title={word("result.discuss")}>
      <p>{word(found.length ? "result.discuss_intro" : "result.discuss_none")}</p>
      {found.length > 0 && (
        <ol class="ps-list">
          {found.map((score) => (
            <li key={score.id}>
              <strong>{statement(score.id)}</strong>
              <AgreementBadge score={score} />
              {score.counts && (
                <Distribution
                  counts={score.counts}
                  points={points(score.id)}
                  name={statement(score.id)}
                />
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

interface SuggestionCardProps {
  suggestion: SuggestionFigures;
  /** What stands below it. */
  children?: ComponentChildren;
}

/** A suggestion with its reason, as an item of a list. */
export function SuggestionCard({ suggestion, children }: SuggestionCardProps) {
  const { word } = useApp();
  const { content, percent, areaOf, statement, actionText } = useResult();
  const { item, effort, impact, stability, quick_win, why } = suggestion;
  const grade = stability >= 0.6 ? "high" : stability >= 0.3 ? "middle" : "low";
  const share = word("result.stability_text", { share: percent(stability) });
  const facts: [string, string | undefined][] = [
    [word("result.effort"), content.effort[effort - 1]],
    [word("result.impact"), content.impact[impact - 1]],
    [word("result.stability"), `${word(`result.stability_${grade}`)} (${share})`],
  ];
  return (
    <li class="ps-card" style={areaColour(areaOf(item))}>
      {quick_win && <span class="ps-badge ps-quick">{word("result.quick_win")}</span>}
      <p class="ps-action">{actionText(suggestion)}</p>
      <p class="ps-hint">{word("result.for_item", { statement: statement(item) })}</p>
      <p>
        <strong>{word("result.why")}</strong> {why}
      </p>
      <dl>
        {facts.map(([term, description]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{description}</dd>
          </div>
        ))}
      </dl>
      {children}
    </li>
  );
}

interface SuggestionsProps {
  /** Above the cards, in place of the words for one person or a sheet. */
  intro?: string;
  /** What stands below a suggestion. */
  below?: (suggestion: SuggestionFigures) => ComponentChildren;
}

export function Suggestions({ intro, below }: SuggestionsProps) {
  const { word } = useApp();
  const { figures, role } = useResult();
  const found = figures.suggestions;
  const own = role === "parent" ? "result.suggestions_parent" : "result.suggestions_intro";
  return (
    <Section title={word("result.suggestions")}>
      <p>{found.length ? (intro ?? word(own)) : word("result.suggestions_none")}</p>
      {found.length > 0 && (
        <ol class="ps-cards">
          {found.map((one) => (
            <SuggestionCard key={one.action} suggestion={one}>
              {below?.(one)}
            </SuggestionCard>
          ))}
        </ol>
      )}
    </Section>
  );
}

/** What takes longer, each step with its reason; nothing when no such step fits. */
export function YearPlan() {
  const { word } = useApp();
  const { figures, statement, actionText } = useResult();
  if (!figures.year_plan.length) return null;
  return (
    <Section title={word("result.year_plan")}>
      <p>{word("result.year_plan_intro")}</p>
      <ol class="ps-list">
        {figures.year_plan.map((step) => (
          <li key={step.action}>
            <strong>{actionText(step)}</strong>
            <span class="ps-hint">
              {word("result.for_item", { statement: statement(step.item) })}
            </span>
            <div>{step.why}</div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** What people do not know, and how to find out together; nothing when they know all. */
export function FindOut() {
  const { word } = useApp();
  const { content, figures, isSingle, statement, actionText } = useResult();
  const actions = new Map(figures.find_out.map((one) => [one.item, one]));
  const unknown = figures.items.filter(({ status }) => status === "unknown");
  if (!unknown.length) return null;
  const name = content.extra_answers.find(({ id }) => id === "dont_know")?.name ?? "";
  return (
    <Section title={word(isSingle ? "result.find_out_own" : "result.find_out")}>
      <p>
        {word(isSingle ? "result.find_out_intro_own" : "result.find_out_intro", {
          dont_know: name,
        })}
      </p>
      <ul class="ps-list">
        {unknown.map(({ id, dont_know, n_valid }) => {
          const action = actions.get(id);
          return (
            <li key={id}>
              <strong>{statement(id)}</strong>
              {!isSingle && (
                <span class="ps-hint">
                  {word("result.find_out_answers", {
                    dont_know: dont_know ?? 0,
                    n_valid: n_valid ?? 0,
                  })}
                </span>
              )}
              {action && <div>{actionText(action)}</div>}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
