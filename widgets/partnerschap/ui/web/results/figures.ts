// What is read of the figures that Python sends: the JSON of `partnerschap score`. What is not known
// or may not be shown is null.

import type { AreaFigures, GroupFigures, ItemFigures } from "../protocol";

/** The lowest point that counts as high. */
export const CUT = 4;

export type Share = AreaFigures["share"];

/** The lowest and the highest that a share may be. */
export type Interval = AreaFigures["interval"];

/** How often each of the five points was answered. */
export type Counts = GroupFigures["counts"];

/** Whether more than one answered, and all the same: then it is seen what each answered. */
export function isUnanimous({ n_valid: n, counts }: Pick<ItemFigures, "n_valid" | "counts">) {
  return n !== null && counts !== null && n > 1 && counts.includes(n);
}
