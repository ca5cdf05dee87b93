// What a plan can follow from: suggestions, where the partnerships stand, and where a step belongs.

import type { Words } from "../../lib/words";
import type { PlanStep } from "../../plan/step";
import type { Area, Figures, SuggestionFigures } from "../../protocol";
import type { FormContent } from "../../questionnaire/content";
import { createResultView, type Result } from "../../results/result-view";

/** A suggestion with the result that it comes from. */
export interface Suggestion {
  one: SuggestionFigures;
  result: Result;
  text: string;
}

export interface Advice {
  state: "none" | "loading" | "lost" | "ready";
  /** What is wrong. */
  message?: string;
  /** Numbered in this order, from 1. */
  suggestions: readonly Suggestion[];
  /** Ids of partnerships; see `weakest` in `ui/widgets/plan.py`. */
  weakest: readonly string[];
  /** How the partnerships stand of which that is known, in words. */
  shares: ReadonlyMap<string, string>;
}

/** Figures with what they are told in. */
export interface Source {
  figures: Figures;
  weakest: readonly string[];
  sector: string;
  role: string;
}

export const noAdvice = (state: Advice["state"], message?: string): Advice => ({
  state,
  message,
  suggestions: [],
  weakest: [],
  shares: new Map(),
});

/** What follows from some scans, or from a team's round. */
export function adviceOf(words: Words, content: FormContent, sources: readonly Source[]): Advice {
  const suggestions: Suggestion[] = [];
  const shares = new Map<string, string>();
  for (const { figures, sector, role } of sources) {
    const isSingle = figures.min_group === 1;
    const result: Result = { content, figures, sector, role, isSingle };
    const view = createResultView(words, result);
    for (const one of view.figures.suggestions) {
      const isKnown = suggestions.some((other) => other.one.action === one.action);
      if (!isKnown) suggestions.push({ one, result, text: view.actionText(one) });
    }
    for (const area of figures.areas) {
      if (areaOf(content, area.id)?.partnership && area.share !== null && !shares.has(area.id))
        shares.set(area.id, view.shareOf(area));
    }
  }
  const weakest = sources.find((source) => source.weakest.length)?.weakest ?? [];
  return { state: "ready", suggestions, weakest, shares };
}

/** Differs when other things are suggested, or for other reasons. */
export const adviceKey = ({ state, suggestions }: Advice) =>
  [state, ...suggestions.map(({ one }) => `${one.action} ${one.why}`)].join();

export const areaOf = (content: FormContent, id: string | null | undefined): Area | undefined =>
  content.areas.find((area) => area.id === id);

type Placed = Pick<PlanStep, "item"> & Partial<Pick<PlanStep, "area">>;

/** Where a step belongs: the area of its item, or the one that was chosen. */
export function placeOf(content: FormContent, step: Placed): Area | undefined {
  const item = content.items.find(({ id }) => id === step.item);
  return areaOf(content, item ? item.area : step.area);
}

/** The tips that a step comes from, in words. */
export function tipsOf(content: FormContent, { item: id }: Placed): string[] {
  const item = content.items.find((one) => one.id === id);
  return content.tips.filter((tip) => item?.source.includes(tip.id)).map(({ summary }) => summary);
}
