// What is read of the figures that Python sends: the JSON of `partnerschap score`. What is not known
// or may not be shown is null.

import type { AreaFigures, GroupFigures, ItemFigures } from "../protocol";

export type Share = AreaFigures["share"];

/** The lowest and the highest that a share may be. */
export type Interval = AreaFigures["interval"];

/** How often each of the five points was answered. */
export type Counts = GroupFigures["counts"];

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
export function isUnanimous({ n_valid: n, counts }: Pick<ItemFigures, "n_valid" | "counts">) {
  return n !== null && counts !== null && n > 1 && counts.includes(n);
}
