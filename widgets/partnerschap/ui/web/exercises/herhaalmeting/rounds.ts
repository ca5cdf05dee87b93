// The rounds of a team as Python sends them, and what may be said of their differences.

import type { Words } from "../../lib/words";
import type {
  AreaChange,
  AreaFigures,
  ComparedRound,
  ItemFigures,
  RoundComparison,
} from "../../protocol";
import type { FormContent } from "../../questionnaire/content";
import { barOf, intervalText } from "../../results/areas";
import type { Bar } from "../../results/charts";
import { teamResult } from "../../results/context";
import { createResultView, type ResultView } from "../../results/result-view";

/** The rounds with their words. */
export interface Rounds {
  comparison: RoundComparison;
  content: FormContent;
  /** Of each round. */
  views: readonly ResultView[];
}

export function createRounds(
  words: Words,
  comparison: RoundComparison,
  content: FormContent,
): Rounds {
  const { sector } = comparison;
  const views = comparison.rounds.map(({ result }) =>
    createResultView(words, teamResult({ content, figures: result.figures, sector })),
  );
  return { comparison, content, views };
}

/** What one round says of an area. */
export interface AreaRow {
  name: string;
  /** Of who looks, and for who does not see it. */
  bar: Bar;
  /** The share for who asks how it is known. */
  figure: string;
  /** In words; empty when it is not known. */
  margin: string;
}

/** What each round says of an area, and where people looked back also that. */
export function areaRows(
  words: Words,
  { comparison, views }: Rounds,
  id: string,
  nameOf: (round: ComparedRound) => string,
): AreaRow[] {
  return comparison.rounds.flatMap((round, at) => {
    const view = views[at];
    const find = (areas: readonly AreaFigures[]) => areas.find((one) => one.id === id);
    const then = words.word("herhaalmeting.then", { round: round.round });
    const items = view?.figures.items.filter(({ area }) => area === id) ?? [];
    // Of looking back only the areas are known.
    const found: [string, AreaFigures | undefined, ItemFigures[]][] = [
      [nameOf(round), find(round.result.figures.areas), items],
      [then, find(round.then ?? []), []],
    ];
    return found.flatMap(([name, score, behind]) =>
      score && view
        ? [
            {
              name,
              bar: barOf(words, view, { ...score, name }, behind),
              figure: view.shareFigure(score),
              margin: intervalText(words, view, score),
            },
          ]
        : [],
    );
  });
}

export interface Verdict {
  /** Of the earlier round. */
  round: number;
  text: string;
  direction: AreaChange["direction"];
}

/** What is said of the difference between the last round and each earlier one, the nearest first. */
export function verdicts({ word }: Words, { comparison }: Rounds, id: string): Verdict[] {
  return comparison.changes
    .flatMap((changes, at) => {
      const change = changes.find((one) => one.id === id);
      const round = comparison.rounds[at]?.round;
      if (!change || round === undefined) return [];
      const text = word(`herhaalmeting.${verdictOf(change)}`, { round });
      return [{ round, text, direction: change.direction }];
    })
    .reverse();
}

/** Id of what is said of a difference. */
export function verdictOf({ difference, interval, direction, before, after }: AreaChange): string {
  if (direction) return `changed_${direction}`;
  if (difference !== null) return interval ? "unchanged" : "no_margin";
  return before.share === null || after.share === null ? "too_few_answers" : "other_items";
}
