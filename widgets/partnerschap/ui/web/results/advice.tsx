// What the figures advise, each under its own title: what goes well, what to discuss first, what to
// find out, what a parent can ask. All stand inside a `ResultProvider`.

import type { ComponentChildren } from "preact";
import { Section } from "../controls/panels";
import { useApp } from "../lib/app";
import { shortened } from "../lib/words";
import type { ItemActionFigures, ItemFigures } from "../protocol";
import { Distribution } from "./charts";
import { useResult } from "./context";
import { saysText } from "./in-words";
import type { ResultView } from "./result-view";
import "../styles/cards.css";
import "./advice.css";

/** What a reader has to know first: answers of one kind alone, or of one side alone. */
export function Notes({ children }: { children?: ComponentChildren }) {
  const { word } = useApp();
  const { pattern, missing, isSingle, isParent } = useResult();
  const reader = isParent ? "parent" : isSingle ? "own" : "team";
  return (
    <>
      {pattern && (
        <div class="ps-note ps-pattern">
          <p>{word(`result.pattern_${pattern}_${reader}`)}</p>
          {pattern === "high" && !isParent && children}
        </div>
      )}
      {missing && <p class="ps-note">{word(`result.missing_${missing}`)}</p>}
    </>
  );
}

/** Whether there is an answer on the scale that may be shown. */
export const isAnswered = ({ pattern }: Pick<ResultView, "pattern">) =>
  pattern !== "none" && pattern !== "unknown";

export function Strengths() {
  const { word } = useApp();
  return (
    <Section title={word("result.strengths")}>
      <StrengthList />
    </Section>
  );
}

/** The strengths without a title of their own, each with how to hold on to it. */
export function StrengthList() {
  const { word } = useApp();
  const { figures, isSingle, isParent, actionText } = useResult();
  const keep = new Map(figures.keep.map((one) => [one.item, one]));
  if (!figures.strengths.length) {
    return <p>{word(isSingle ? "result.strengths_none_own" : "result.strengths_none_team")}</p>;
  }
  const holdOn = (id: string) => {
    const step = keep.get(id);
    return !isParent && step && <div>{word("result.keep", { text: actionText(step) })}</div>;
  };
  return <SaidList items={figures.strengths} end="high" classes="ps-strengths" below={holdOn} />;
}

interface SaidListProps {
  /** Ids. */
  items: readonly string[];
  /** Which answers are told of. */
  end: "high" | "low";
  classes?: string;
  below?: ((id: string) => ComponentChildren) | undefined;
}

/** Items with how many people say so, and how many there is no room for. */
function SaidList({ items, end, classes = "", below }: SaidListProps) {
  const app = useApp();
  const { figures, scores, statement, points } = useResult();
  const { n, alike } = figures.unlisted[end === "high" ? "strengths" : "agree_low"];
  return (
    <>
      <ul class={`ps-list ${classes}`}>
        {items
          .map((id) => scores.get(id))
          .filter((score) => score !== undefined)
          .map(({ id, counts }) => (
            <li key={id}>
              <strong>{statement(id)}</strong>
              <span class="ps-hint">{counts && saysText(app, counts, points(id), end)}</span>
              {below?.(id)}
            </li>
          ))}
      </ul>
      {n > 0 && (
        <p class="ps-hint">{app.count(alike ? `result.alike_${end}` : "result.unlisted", n)}</p>
      )}
    </>
  );
}

/**
 * How a team begins with a point: with a step of its own, or with which step that stands further on.
 * A parent has other things to do.
 */
function Begin({ item }: { item: string }) {
  const { word } = useApp();
  const { figures, isParent, actionText } = useResult();
  const of = (steps: readonly ItemActionFigures[]) => steps.find((one) => one.item === item);
  const own = of(figures.begin);
  if (isParent) return null;
  if (own) return <div>{word("result.begin", { text: actionText(own) })}</div>;
  const now = figures.suggestions.find((one) => one.item === item);
  const step = now ?? of(figures.year_plan);
  if (!step) return null;
  const place = now ? (now.situation === "talk" ? "talk" : "now") : "year";
  return <div>{word(`result.begin_${place}`, { text: shortened(actionText(step)) })}</div>;
}

/** What people agree is low, each with where to begin; nothing when there is no such item. */
export function AgreeLow() {
  const { word } = useApp();
  const { figures, isSingle, isParent } = useResult();
  const own = isSingle ? "_own" : "";
  if (!figures.agree_low.length) return null;
  return (
    <Section title={word(`result.agree_low${own}`)}>
      <p>{word(`result.agree_low_intro${isParent ? "_parent" : own}`)}</p>
      <AgreeLowList below={(id) => <Begin item={id} />} />
    </Section>
  );
}

/** The same without a title. */
export function AgreeLowList({ below }: Pick<SaidListProps, "below">) {
  return <SaidList items={useResult().figures.agree_low} end="low" below={below} />;
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
              <Begin item={score.id} />
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

/** Items that are shown of those that nobody knows; the others fold away. */
const FIRST = 3;

/** What people do not know, and how to find out together; nothing when they know all. */
export function FindOut() {
  const { word, count } = useApp();
  const { content, figures, isSingle, isParent } = useResult();
  const unknown = figures.items.filter(({ status }) => status === "unknown");
  if (!unknown.length) return null;
  const name = content.extra_answers.find(({ id }) => id === "dont_know")?.name ?? "";
  const intro = isParent ? "_parent" : isSingle ? "_own" : "";
  const rest = unknown.slice(FIRST);
  return (
    <Section title={word(isSingle ? "result.find_out_own" : "result.find_out")}>
      <p>{word(`result.find_out_intro${intro}`, { dont_know: name })}</p>
      <UnknownList items={unknown.slice(0, FIRST)} />
      {rest.length > 0 && (
        <details class="ps-table">
          <summary>{count("result.find_out_more", rest.length)}</summary>
          <UnknownList items={rest} />
        </details>
      )}
    </Section>
  );
}

function UnknownList({ items }: { items: readonly ItemFigures[] }) {
  const { word } = useApp();
  const { figures, isSingle, isParent, statement, actionText } = useResult();
  const actions = new Map(figures.find_out.map((one) => [one.item, one]));
  return (
    <ul class="ps-list">
      {items.map(({ id, dont_know, n_valid }) => {
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
            {isParent ? <ParentQuestion item={id} /> : action && <div>{actionText(action)}</div>}
          </li>
        );
      })}
    </ul>
  );
}

/** What a parent can ask, and whom: about what gives most; nothing where nothing is low. */
export function ParentAdvice() {
  const { word } = useApp();
  const { figures, statement, parentQuestion } = useResult();
  const items = [...new Set(figures.suggestions.map(({ item }) => item))]
    .filter((id) => parentQuestion(id))
    .slice(0, FIRST);
  if (!items.length) return null;
  return (
    <Section title={word("result.parent_advice")}>
      <p>{word("result.parent_advice_intro")}</p>
      <ol class="ps-cards">
        {items.map((id) => (
          <li key={id} class="ps-card">
            <p class="ps-hint">{word("result.for_item", { statement: statement(id) })}</p>
            <ParentQuestion item={id} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function ParentQuestion({ item }: { item: string }) {
  const { word } = useApp();
  const question = useResult().parentQuestion(item);
  if (!question) return null;
  return (
    <>
      <p class="ps-quote">{word("result.parent_ask", { ask: question.ask })}</p>
      <p>{question.tell}</p>
    </>
  );
}
