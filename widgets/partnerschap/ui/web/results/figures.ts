// The figures as Python sends them: the JSON of `partnerschap score` (`report/figures.py`). What is
// not known or may not be shown is null.

export type Share = number | null;
export type Interval = readonly [low: number, high: number] | null;

/** How often each of the five points was answered. */
export type Counts = readonly number[];

export interface GroupScore {
  n_valid: number;
  counts: Counts;
}

export interface ItemScore {
  id: string;
  area: string;
  n_valid: number | null;
  dont_know: number | null;
  not_applicable: number | null;
  counts: Counts | null;
  median: number | null;
  share: Share;
  share_interval: Interval;
  need: number | null;
  agreement: number | null;
  agreement_class: "agree" | "spread" | "two_camps" | null;
  status: "scored" | "unknown" | "suppressed" | "empty";
  /** By the id of the group: those that may be shown apart. */
  groups: Readonly<Record<string, GroupScore>> | null;
}

export interface AreaScore {
  id: string;
  share: Share;
  interval: Interval;
  items_scored: number;
}

export interface TipScore {
  id: string;
  share: Share;
  items_scored: number;
}

export interface Suggestion {
  item: string;
  action: string;
  need: number;
  /** 1..3, as effort and impact are. */
  importance: number;
  effort: number;
  impact: number;
  priority: number;
  quick_win: boolean;
  stability: number;
  why: string;
}

export interface Figures {
  instrument: string;
  content_version: string;
  respondents: number;
  min_group: number;
  seed: number;
  items: readonly ItemScore[];
  areas: readonly AreaScore[];
  tips: readonly TipScore[];
  balance: number | null;
  /** Ids of items, as strengths are. */
  discuss_first: readonly string[];
  strengths: readonly string[];
  suggestions: readonly Suggestion[];
}

/** Between two groups that may be shown, on one item. */
export interface GroupDifference {
  item: string;
  first: string;
  second: string;
  /** Cliff's delta: above 0 the first answers higher. */
  delta: number;
  /** Whether it is called a difference. */
  differs: boolean;
}

/** From which |delta| a difference is called so: a convention (Romano et al. 2006), no law. */
const SIZES = [
  { from: 0.474, id: "large" },
  { from: 0.33, id: "middle" },
  { from: 0.147, id: "small" },
] as const;

export type DifferenceSize = (typeof SIZES)[number]["id"] | "slight";

export function sizeOf(delta: number): DifferenceSize {
  return SIZES.find(({ from }) => Math.abs(delta) >= from)?.id ?? "slight";
}

/** Whether more than one answered, and all the same: then it is seen what each answered. */
export function isUnanimous({ n_valid: n, counts }: Pick<ItemScore, "n_valid" | "counts">) {
  return n !== null && counts !== null && n > 1 && counts.includes(n);
}
