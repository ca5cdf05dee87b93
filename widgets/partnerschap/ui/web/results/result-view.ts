// Figures with what is needed to put them into words. Pure: `ResultProvider` gives it to components.

import type { Words } from "../lib/words";
import type {
  AreaFigures,
  Figures,
  FormItem,
  GroupDifference,
  ItemActionFigures,
  ItemFigures,
  SuggestionFigures,
} from "../protocol";
import {
  type Answer,
  actionTextOf,
  answerName,
  askedItems,
  type FormContent,
  pointsOf,
  sectorOf,
  statementOf,
} from "../questionnaire/content";
import type { Share } from "./figures";

/** What a result is made of. */
export interface Result {
  content: FormContent;
  figures: Figures;
  /** Between groups that may be shown. */
  differences?: readonly GroupDifference[];
  /** Id; the texts are in its words. */
  sector?: string | null;
  /**
   * Whether one form was filled in, by one person or by a team together. A percentage of its two
   * answers would say more than it knows, so answers are shown in words.
   */
  isSingle: boolean;
  /** Of the one person; a parent reads a parent's wording. Nothing for a team. */
  role?: string | null;
}

export interface ResultView {
  content: FormContent;
  /** Without what the content no longer has. */
  figures: Figures;
  differences: readonly GroupDifference[];
  isSingle: boolean;
  role: string | null;
  /** Items of the figures by id. */
  scores: ReadonlyMap<string, ItemFigures>;
  /** The items to show: what one person was asked, or all that a team was. */
  shown: readonly ItemFigures[];
  percent: (share: Share) => string;
  decimal: (value: number) => string;
  /** The share of an area or a tip, or why it has none, in the words for one form or for a team. */
  shareOf: (score: {
    share: Share;
    items_scored: number;
    status?: AreaFigures["status"];
  }) => string;
  /** Of an item by its id. */
  statement: (id: string) => string;
  areaOf: (id: string) => string;
  points: (id: string) => readonly string[];
  answer: (id: string, answer: Answer) => string;
  /** What a suggestion says to do. */
  actionText: (suggestion: Pick<SuggestionFigures, "item" | "action">) => string;
  /** The name of a group by its key: a role, or roles joined by a plus sign. */
  groupName: (id: string) => string;
}

export function createResultView({ word }: Words, result: Result): ResultView {
  const { content, isSingle, differences = [], role = null } = result;
  const items = new Map(content.items.map((item) => [item.id, item]));
  const figures = knownFigures(result.figures, items);
  const sector = sectorOf(content, result.sector);
  const percentage = new Intl.NumberFormat(content.language, { style: "percent" });
  const number = new Intl.NumberFormat(content.language, { maximumFractionDigits: 2 });
  const asked = new Set(askedItems(content, figures.instrument, role).map(({ id }) => id));
  const percent = (share: Share) =>
    share === null ? word("result.none") : percentage.format(share);
  const itemOf = (id: string): FormItem => {
    const item = items.get(id);
    if (!item) throw new Error(`no item ${id}`);
    return item;
  };
  return {
    content,
    figures,
    differences,
    isSingle,
    role,
    scores: new Map(figures.items.map((score) => [score.id, score])),
    shown: role ? figures.items.filter(({ id }) => asked.has(id)) : figures.items,
    percent,
    decimal: (value) => number.format(value),
    shareOf: ({ share, items_scored: total, status }) => {
      if (share === null) return word(`result.area_${status ?? "none"}${isSingle ? "_own" : ""}`);
      return isSingle
        ? word("result.own_share", { n: Math.round(share * total), total })
        : percent(share);
    },
    statement: (id) => statementOf(itemOf(id), sector, role),
    areaOf: (id) => itemOf(id).area,
    points: (id) => pointsOf(content, itemOf(id)),
    answer: (id, answer) => answerName(content, itemOf(id), answer),
    actionText: ({ item, action }) => {
      const found = itemOf(item).actions.find(({ id }) => id === action);
      return found ? actionTextOf(found, sector) : "";
    },
    // Several roles together; in a round of before whatever was too small.
    groupName: (id) =>
      content.roles.find((one) => one.id === id)?.name ??
      word(`result.group_${id.replaceAll("+", "_")}`),
  };
}

/** The content may have changed since a team's figures were made: what it has no more, is left out. */
function knownFigures(figures: Figures, items: ReadonlyMap<string, FormItem>): Figures {
  const isKnown = ({ item, action }: ItemActionFigures) =>
    !!items.get(item)?.actions.some(({ id }) => id === action);
  return {
    ...figures,
    items: figures.items.filter(({ id }) => items.has(id)),
    strengths: figures.strengths.filter((id) => items.has(id)),
    suggestions: figures.suggestions.filter(isKnown),
    year_plan: figures.year_plan.filter(isKnown),
    find_out: figures.find_out.filter(isKnown),
  };
}
