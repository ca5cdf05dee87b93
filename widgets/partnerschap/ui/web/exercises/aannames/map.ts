// Which endings a conversation has, and the way back to where another one can still be found.

import type { EndingNode, Story, Talk } from "./talk";

export interface MappedEnding {
  ending: EndingNode;
  isSeen: boolean;
}

/** All endings: a story has an order of its own, in which nobody sees how good an ending is. */
export const endingsOf = (story: Story, seen: readonly string[]): MappedEnding[] =>
  story.endings.map((ending) => ({ ending, isSeen: seen.includes(ending.id) }));

/** Ids of the endings that can be reached from a moment or an ending, itself included. */
export function reachable(story: Story, start: string): Set<string> {
  const moments = new Map(story.moments.map((moment) => [moment.id, moment]));
  const found = new Set([start]);
  for (const id of found) for (const { to } of moments.get(id)?.choices ?? []) found.add(to); // grows
  return new Set(story.endings.filter(({ id }) => found.has(id)).map(({ id }) => id));
}

/**
 * The last step at which another choice leads to an ending that was not seen, by its position among the
 * steps; null when there is none.
 */
export function turningPoint({ story, steps }: Talk, seen: readonly string[]): number | null {
  const leadsToNew = (to: string) => [...reachable(story, to)].some((id) => !seen.includes(id));
  const turns = steps.flatMap(({ moment, choice }, index) =>
    moment.choices.some(({ id, to }) => id !== choice.id && leadsToNew(to)) ? [index] : [],
  );
  return turns.at(-1) ?? null;
}
