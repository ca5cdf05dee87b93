// FormFigures with what is needed to put them into words. Pure: `ResultProvider` gives it to components.

import { inSector, type Words } from "../lib/words";
import type {
  AreaFigures,
  FormFigures,
  FormItem,
  GroupDifference,
  ItemActionFigures,
  ItemFigures,
  OwnScored,
  RoundResult,
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
import { bandOf, isEnoughOfArea } from "./in-words";

export type Pattern = NonNullable<OwnScored["pattern"]>;
export type Side = NonNullable<RoundResult["missing"]>;

/** What a result is made of. */
export interface Result {
  content: FormContent;
  figures: FormFigures;
  /** Between groups that may be shown. */
  differences?: readonly GroupDifference[];
  /** Id; the texts are in its words. */
  sector?: string | null;
  /**
   * Whether one form was filled in, by one person or by a team together. A percentage of its two
   * answers would say more than it knows, so answers are shown in words.
   */
  isSingle: boolean;
  /** Of who reads: a parent reads a parent's wording. Nothing where people read together. */
  role?: string | null;
  /** The one kind of answers that there is. */
  pattern?: Pattern | null;
  /** The side from which nobody answered. */
  missing?: Side | null;
}

/** What there is to say of an area or a tip. */
export interface ShownShare {
  share: Share;
  items_scored: number;
  status?: AreaFigures["status"];
  interval?: AreaFigures["interval"];
}

export interface ResultView {
  content: FormContent;
  /** Without what the content no longer has. */
  figures: FormFigures;
  differences: readonly GroupDifference[];
  isSingle: boolean;
  role: string | null;
  /** Whether it is a parent's own result. */
  isParent: boolean;
  pattern: Pattern | null;
  missing: Side | null;
  /** Items of the figures by id. */
  scores: ReadonlyMap<string, ItemFigures>;
  /** The items to show: what one person was asked, or all that a team was. */
  shown: readonly ItemFigures[];
  percent: (share: Share) => string;
  decimal: (value: number) => string;
  /** The share of an area or a tip in words, or why it has none, for one form or for a team. */
  shareOf: (score: ShownShare) => string;
  /** The share of an area for who asks how it is known. */
  shareFigure: (score: ShownShare) => string;
  /** Of an item by its id. */
  statement: (id: string) => string;
  areaOf: (id: string) => string;
  points: (id: string) => readonly string[];
  answer: (id: string, answer: Answer) => string;
  /** What a suggestion says to do. */
  actionText: (step: ItemActionFigures) => string;
  /** What a parent can ask about an item, and whom; nothing about a team's own point. */
  parentQuestion: (id: string) => { ask: string; tell: string } | null;
  /** The name of a group by its key: a role, or roles joined by a plus sign. */
  groupName: (id: string) => string;
}

export function createResultView({ word }: Words, result: Result): ResultView {
  const {
    content,
    isSingle,
    differences = [],
    role = null,
    pattern = null,
    missing = null,
  } = result;
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
  const shareOf = ({ share, items_scored: total, status }: ShownShare) => {
    if (share === null) return word(`result.area_${status ?? "none"}${isSingle ? "_own" : ""}`);
    return isSingle
      ? word("result.own_share", { n: Math.round(share * total), total })
      : word(`result.share_${bandOf(share)}`);
  };
  return {
    content,
    figures,
    differences,
    isSingle,
    role,
    isParent: isSingle && role === "parent",
    pattern,
    missing,
    scores: new Map(figures.items.map((score) => [score.id, score])),
    shown: isSingle && role ? figures.items.filter(({ id }) => asked.has(id)) : figures.items,
    percent,
    decimal: (value) => number.format(value),
    shareOf,
    shareFigure: (score) =>
      isEnoughOfArea(score) && score.share !== null ? percent(score.share) : shareOf(score),
    statement: (id) => statementOf(itemOf(id), sector, role),
    areaOf: (id) => itemOf(id).area,
    points: (id) => pointsOf(content, itemOf(id)),
    answer: (id, answer) => answerName(content, itemOf(id), answer),
    actionText: ({ action }) => {
      const found = figures.actions[action];
      return found ? actionTextOf(found, sector) : "";
    },
    parentQuestion: (id) => {
      const { ask, area } = itemOf(id);
      const tell = content.areas.find((one) => one.id === area)?.tell;
      return ask ? { ask: inSector(ask, sector), tell: inSector(tell ?? "", sector) } : null;
    },
    // Several roles together; in a round of before whatever was too small.
    groupName: (id) =>
      content.roles.find((one) => one.id === id)?.name ??
      word(`result.group_${id.replaceAll("+", "_")}`),
  };
}

/** The content may have changed since a team's figures were made: what it has no more, is left out. */
function knownFigures(figures: FormFigures, items: ReadonlyMap<string, FormItem>): FormFigures {
  const isKnown = ({ item, action }: ItemActionFigures) =>
    items.has(item) && action in figures.actions;
  return {
    ...figures,
    items: figures.items.filter(({ id }) => items.has(id)),
    strengths: figures.strengths.filter((id) => items.has(id)),
    suggestions: figures.suggestions.filter(isKnown),
    year_plan: figures.year_plan.filter(isKnown),
    find_out: figures.find_out.filter(isKnown),
    keep: figures.keep.filter(isKnown),
    begin: figures.begin.filter(isKnown),
    agree_low: figures.agree_low.filter((id) => items.has(id)),
  };
}
