// FormFigures in words and in people: the same as in every file (`partnerschap.report.shares`).

import type { Words } from "../lib/words";
import type {
  AreaFigures,
  FormFigures,
  GroupDifference,
  ItemFigures,
  TipFigures,
} from "../protocol";
import { type Counts, CUT } from "./figures";

/** From which people and items a percentage may stand where a reader asks how it is known. */
const LEAST_PEOPLE = 5;
const LEAST_ITEMS = 3;

const DECIMALS = 1e12;
const BANDS: readonly (readonly [number, string])[] = [
  [0.85, "nearly"],
  [0.7, "most"],
  [0.55, "more"],
  [0.45, "half"],
  [0.2, "less"],
];

const rounded = (share: number) => Math.round(share * DECIMALS) / DECIMALS;

/** The name of a share 0..1, as the messages `result.share_…` have it. */
export function bandOf(share: number): string {
  const value = rounded(share);
  if (value === 1) return "all";
  if (value === 0) return "none";
  return BANDS.find(([least]) => value >= least)?.[1] ?? "few";
}

/** How many people give one of the two highest answers, or of the two lowest. */
export function saysText(
  { word }: Pick<Words, "word">,
  counts: Counts,
  points: readonly string[],
  end: "high" | "low" = "high",
): string {
  const total = sum(counts);
  if (total === 1) return word("result.strength_own", { point: points[counts.indexOf(1)] ?? "" });
  const ends = end === "high" ? [CUT - 1] : [0, 2];
  const n = sum(counts.slice(...ends));
  const [one = "", other = ""] = points.slice(...ends);
  const form = n === total ? "all" : n === 0 ? "none" : n === 1 ? "one" : "many";
  return word(`result.says_${form}`, { n, total, one, other });
}

const sum = (counts: Counts) => counts.reduce((total, count) => total + count, 0);

type AreaShare = Pick<AreaFigures, "items_scored"> & Partial<Pick<AreaFigures, "interval">>;

/** Whether the share of an area may be a percentage; of too few people there is no interval. */
export const isEnoughOfArea = ({ interval, items_scored: items }: AreaShare) =>
  Boolean(interval) && items >= LEAST_ITEMS;

export const isEnoughOfTip = ({ items_scored: items }: TipFigures, respondents: number) =>
  respondents >= LEAST_PEOPLE && items >= LEAST_ITEMS;

/** Whether so many answers, or people, may be told as a percentage. */
export const isEnough = (people: number | null) => (people ?? 0) >= LEAST_PEOPLE;

interface NamedShare {
  name: string;
  share: number | null;
}

/** Which partnerships stand strongest and which least; all of them where some are equal. */
export function balanceText(
  { word }: Pick<Words, "word">,
  { balance }: Pick<FormFigures, "balance">,
  partnerships: readonly NamedShare[],
  language: string,
): string {
  if (balance === null) return word("result.balance_none");
  const shares = partnerships.flatMap(({ share }) => (share === null ? [] : [rounded(share)]));
  const high = Math.max(...shares);
  const low = Math.min(...shares);
  if (high <= low) return word("result.balance_even");
  const list = new Intl.ListFormat(language);
  const names = (wanted: number) =>
    list.format(
      partnerships
        .filter(({ share }) => share !== null && rounded(share) === wanted)
        .map(({ name }) => name),
    );
  return word("result.balance", { highest: names(high), lowest: names(low) });
}

/** How parents and the team see an item; of a round of before which group answers higher. */
export function differenceText(
  { word }: Pick<Words, "word">,
  { first, second, delta, p }: GroupDifference,
  score: Pick<ItemFigures, "groups">,
  points: readonly string[],
  groupName: (id: string) => string,
): string {
  const { parent, ...others } = score.groups ?? {};
  const groups = Object.values(others);
  if (p === null || !parent || !groups.length) {
    const [higher, lower] = delta > 0 ? [first, second] : [second, first];
    return word("result.difference", { higher: groupName(higher), lower: groupName(lower) });
  }
  const team = points.map((_, at) => sum(groups.map(({ counts }) => counts[at] ?? 0)));
  const from = (counts: Counts, point: number) => sum(counts.slice(point - 1));
  const apart = (point: number) =>
    Math.abs(from(parent.counts, point) / sum(parent.counts) - from(team, point) / sum(team));
  // The point at which they are furthest apart; of two equal ones where answers are high.
  const point = [CUT, 2, 3, 5].reduce((best, one) => (apart(one) > apart(best) ? one : best));
  const text = word(`advice.parents_differ${point === points.length ? "_top" : ""}`, {
    parents: from(parent.counts, point),
    of_parents: sum(parent.counts),
    team: from(team, point),
    of_team: sum(team),
    point: points[point - 1] ?? "",
  });
  return `${text}.`;
}
