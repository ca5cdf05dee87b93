// What the screens of the plan have in common.

import { useApp } from "../../lib/app";
import type { Words } from "../../lib/words";
import { amountOf, isOpen, type PlanStep } from "../../plan/step";
import { placeOf, tipsOf } from "./advice";
import { usePlanning } from "./context";
import "./parts.css";

/** How many steps there are to do, and whether that is enough. */
export function CountNote() {
  const { word, count } = useApp();
  const { steps } = usePlanning();
  const n = steps.filter(isOpen).length;
  const amount = amountOf(n);
  return (
    <p class={amount === "too_many" ? "ps-note ps-plan-many" : "ps-note"} role="status">
      {n > 0 && `${count("actieplan.count", n)} `}
      {word(`actieplan.advice_${amount}`)}
    </p>
  );
}

/** How it goes with the steps, in one sentence. */
export function summary(words: Words, language: string, steps: readonly PlanStep[]): string {
  const { word, count } = words;
  const parts = (["done", "busy", "chosen", "stopped"] as const)
    .map((state) => ({ state, n: steps.filter((step) => step.state === state).length }))
    .filter(({ n }) => n > 0)
    .map(({ state, n }) => word("actieplan.part", { n, state: word(`actieplan.few_${state}`) }));
  return count("actieplan.summary", steps.length, {
    parts: new Intl.ListFormat(language).format(parts),
  });
}

interface BelongsProps {
  step: Pick<PlanStep, "item"> & Partial<Pick<PlanStep, "area">>;
}

/** Partnership and tips of a step. */
export function Belongs({ step }: BelongsProps) {
  const { word } = useApp();
  const { content } = usePlanning();
  const area = placeOf(content, step);
  return (
    <p class="ps-belong">
      {area && (
        <span class="ps-badge ps-belongs" style={`--area: var(--ps-${area.id})`}>
          {area.name}
        </span>
      )}
      {tipsOf(content, step).map((tip) => (
        <span key={tip} class="ps-hint">
          {word("actieplan.tip", { tip })}
        </span>
      ))}
    </p>
  );
}
