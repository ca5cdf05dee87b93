// The deck of activities to sort: which card is on top, and what was put away last.

import type { Activity } from "./activities";

/** The partnership of each sorted activity by the activity's id, in the order in which they were put there. */
export type Places = Readonly<Record<string, string>>;

/** Take an activity back. */
export function takenBack(places: Places, activity: string): Record<string, string> {
  const { [activity]: _, ...others } = places;
  return others;
}

/** Put an activity in a partnership, as the last one that was put away. */
export const placed = (places: Places, activity: string, partnership: string) => ({
  ...takenBack(places, activity),
  [activity]: partnership,
});

/** What was put away last of what is sorted; nothing when nothing is. */
export function lastPlaced<Card extends Activity>(
  sorted: readonly Card[],
  places: Places,
): Card | undefined {
  const inOrder = Object.keys(places).flatMap((id) => sorted.find((card) => card.id === id) ?? []);
  return inOrder.at(-1);
}

/** The cards that are left with the next one first: what was passed over comes up when the rest is gone. */
export const dealt = <Card extends Activity>(
  open: readonly Card[],
  passed: readonly string[],
): Card[] => [
  ...open.filter(({ id }) => !passed.includes(id)),
  ...passed.flatMap((id) => open.find((card) => card.id === id) ?? []),
];
