// What happens with parents in an organisation, and the partnership in which each activity is sorted.

import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import type { Activity as KnownActivity, Partnership, SortingContent } from "../../protocol";

export type { KnownActivity, Partnership, SortingContent };

/** One that the reader added. */
export interface OwnActivity {
  id: string;
  text: string;
}

export type Activity = KnownActivity | OwnActivity;

/** What is remembered. */
export interface SortingMemory {
  sector: string | null;
  /** Ids of activities of the content that happen. */
  chosen: string[];
  own: OwnActivity[];
  /** The partnership of each activity that is sorted, by the id of the activity. */
  places: Record<string, string>;
  /** What could be done in a partnership where little happens, by its id. */
  ideas: Record<string, string>;
}

export const EMPTY: SortingMemory = { sector: null, chosen: [], own: [], places: {}, ideas: {} };

export interface SortedActivity {
  activity: Activity;
  place: Partnership;
}

/** A partnership with the activities that are sorted there. */
export interface Share {
  partnership: Partnership;
  held: Activity[];
}

export interface Sorting {
  /** From the content for this sector, chosen or not. */
  offered: KnownActivity[];
  /** What happens: chosen ones and own ones. */
  happening: Activity[];
  sorted: SortedActivity[];
  /** What is not sorted yet. */
  open: Activity[];
  /** Of all partnerships, in their order. */
  shares: Share[];
}

/** How things stand; what the content no longer has is left out. */
export function sortingOf(
  { partnerships, activities }: SortingContent,
  { sector, chosen, own, places }: SortingMemory,
): Sorting {
  const offered = activities.filter(({ sectors }) => sector !== null && sectors.includes(sector));
  const happening = [...offered.filter(({ id }) => chosen.includes(id)), ...own];
  const placeOf = (activity: Activity) => partnerships.find(({ id }) => id === places[activity.id]);
  const sorted = happening.flatMap((activity) => {
    const place = placeOf(activity);
    return place ? [{ activity, place }] : [];
  });
  return {
    offered,
    happening,
    sorted,
    open: happening.filter((activity) => !placeOf(activity)),
    shares: partnerships.map((partnership) => ({
      partnership,
      held: sorted.filter(({ place }) => place === partnership).map(({ activity }) => activity),
    })),
  };
}

export interface Spread {
  most: number;
  least: number;
  /** The partnerships that hold most, and those that hold least: all, when both are the same. */
  fullest: Partnership[];
  emptiest: Partnership[];
}

/** How evenly activities are spread over the partnerships. */
export function spreadOf(shares: readonly Share[]): Spread {
  const sizes = shares.map(({ held }) => held.length);
  const [most, least] = [Math.max(...sizes), Math.min(...sizes)];
  const holding = (size: number) =>
    shares.filter(({ held }) => held.length === size).map(({ partnership }) => partnership);
  return { most, least, fullest: holding(most), emptiest: holding(least) };
}

/** An activity that the makers sorted as well, beside where the reader did. */
export interface Comparison {
  activity: KnownActivity;
  place: Partnership;
}

/** The reader's choices beside those of the makers, who did not sort the reader's own activities. */
export function compareWithMakers(sorted: readonly SortedActivity[]): {
  differs: Comparison[];
  agrees: Comparison[];
} {
  const known = sorted.flatMap(({ activity, place }) =>
    "fits" in activity ? [{ activity, place }] : [],
  );
  const isAgreed = ({ activity: { fits, also }, place }: Comparison) =>
    fits.includes(place.id) || also.includes(place.id);
  return { differs: known.filter((one) => !isAgreed(one)), agrees: known.filter(isAgreed) };
}

/** The next one of the list of own activities; an id is not used again in the same list. */
export function ownActivity(own: readonly OwnActivity[], text: string): OwnActivity {
  const numbers = own.map(({ id }) => Number(id.slice("own-".length)));
  return { id: `own-${Math.max(0, ...numbers) + 1}`, text };
}

/** The screen that a memory leads to: nothing is sorted before it is chosen, or weighed before that. */
export function screenFor(
  content: SortingContent,
  memory: SortingMemory & { screen: string },
): string {
  const { happening, sorted } = sortingOf(content, memory);
  if (memory.screen !== "sort" && memory.screen !== "balance") return memory.screen;
  if (happening.length === 0) return "choose";
  return sorted.length === 0 ? "sort" : memory.screen;
}

/** How things stand in this exercise. */
export function useSorting(): Sorting {
  const { content } = useApp<SortingContent>();
  return sortingOf(content, useProgress<SortingMemory>().memory);
}
