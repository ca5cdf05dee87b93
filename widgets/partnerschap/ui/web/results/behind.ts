// The answers behind the share of an area or a tip: low ones and those in the middle have the same
// share, none, and are not the same.

import type { ItemFigures } from "../protocol";
import { CUT } from "./figures";

/** The point of the scale between the low and the high ones. */
const MIDDLE = CUT - 1;

const SCORED = "scored";

/** The scored items behind a share; none where a step of a conversation does not have all of them. */
export function itemsBehind(
  items: readonly ItemFigures[],
  { items_scored: total }: { items_scored: number },
): readonly ItemFigures[] {
  const found = items.filter(({ status, counts }) => status === SCORED && counts);
  return found.length === total ? found : [];
}

/** What part of the answers is in the middle, each item the same weight as in the share. */
export function middleOf(behind: readonly ItemFigures[]): number | null {
  const parts = behind.map(({ counts, n_valid: n }) => (counts?.[MIDDLE - 1] ?? 0) / (n || 1));
  return parts.length ? parts.reduce((total, part) => total + part, 0) / parts.length : null;
}

/** The answers 1..5 of one form, the highest first. */
export const answersOf = (behind: readonly ItemFigures[]): number[] =>
  behind
    .map(({ counts }) => (counts?.findIndex((count) => count > 0) ?? -1) + 1)
    .sort((one, other) => other - one);
