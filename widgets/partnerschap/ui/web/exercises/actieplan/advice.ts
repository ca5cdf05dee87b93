// What a plan can follow from: suggestions, where the partnerships stand, and where a step belongs.

import type { Words } from "../../lib/words";
import type { PlanStep } from "../../plan/step";
import type {
  Area,
  Figures,
  ItemActionFigures,
  SuggestionFigures,
  YearStepFigures,
} from "../../protocol";
import type { FormContent } from "../../questionnaire/content";
import { createResultView, type Result, type ResultView } from "../../results/result-view";

/** A step with the result that it comes from. */
interface Suggested<Step> {
  one: Step;
  result: Result;
  text: string;
}

export type Suggestion = Suggested<SuggestionFigures>;
export type YearStep = Suggested<YearStepFigures>;

export interface Advice {
  state: "none" | "loading" | "lost" | "ready";
  /** What is wrong. */
  message?: string;
  /** Numbered in this order, from 1. */
  suggestions: readonly Suggestion[];
  /** For the year plan. */
  year: readonly YearStep[];
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
  year: [],
  weakest: [],
  shares: new Map(),
});

/** What follows from some scans, or from a team's round. */
export function adviceOf(words: Words, content: FormContent, sources: readonly Source[]): Advice {
  const suggestions: Suggestion[] = [];
  const year: YearStep[] = [];
  const shares = new Map<string, string>();
  for (const { figures, sector, role } of sources) {
    const isSingle = figures.min_group === 1;
    const result: Result = { content, figures, sector, role, isSingle };
    const view = createResultView(words, result);
    addNew(suggestions, view.figures.suggestions, result, view);
    addNew(year, view.figures.year_plan, result, view);
    for (const area of figures.areas) {
      if (areaOf(content, area.id)?.partnership && area.share !== null && !shares.has(area.id))
        shares.set(area.id, view.shareOf(area));
    }
  }
  const weakest = sources.find((source) => source.weakest.length)?.weakest ?? [];
  return { state: "ready", suggestions, year, weakest, shares };
}

/** Add the steps that no scan before gave. */
function addNew<Step extends ItemActionFigures>(
  known: Suggested<Step>[],
  steps: readonly Step[],
  result: Result,
  view: ResultView,
): void {
  for (const one of steps) {
    const isKnown = known.some((other) => other.one.action === one.action);
    if (!isKnown) known.push({ one, result, text: view.actionText(one) });
  }
}

/** Differs when other things are suggested, or for other reasons. */
export const adviceKey = ({ state, suggestions, year }: Advice) =>
  [state, ...[...suggestions, ...year].map(({ one }) => `${one.action} ${one.why}`)].join();

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
