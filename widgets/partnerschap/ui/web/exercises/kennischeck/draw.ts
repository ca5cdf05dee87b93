// Which questions are asked, out of all that there are: by chance, and the same again from the same seed.

import { shuffled } from "../../lib/shuffle";
import type { Question, QuizModule } from "./quiz";

interface Drawn {
  seed: number;
  /** What was drawn before, in the order in which it last was. */
  drawn: readonly string[];
}

/** Ids in the order in which they come up: what was never drawn, then what was longest ago. */
export function queueOf(ids: readonly string[], { seed, drawn }: Drawn, name = "draw"): string[] {
  const order = shuffled(ids.length, seed, name).map((index) => ids[index]);
  const again = drawn.filter((id) => ids.includes(id));
  return [...order.filter((id) => !drawn.includes(id)), ...again];
}

const idsOf = (questions: readonly Question[]) => questions.map(({ id }) => id);

/** What was drawn, with one more draw at its end. */
export function drawAgain(pool: readonly Question[], before: Drawn, count: number): string[] {
  const next = queueOf(idsOf(pool), before).slice(0, count);
  return [...before.drawn.filter((id) => !next.includes(id)), ...next];
}

/** The questions of the last draw; others take the place of what the content no longer has. */
export function askedNow(pool: readonly Question[], { seed, drawn }: Drawn, count: number) {
  const there = drawn.filter((id) => pool.some((question) => question.id === id)).slice(-count);
  const others = queueOf(idsOf(pool), { seed, drawn: there });
  const asked = new Set([...there, ...others.slice(0, count - there.length)]);
  return pool.filter(({ id }) => asked.has(id));
}

/** The ids of a test: of every module as many as of any other, or one more, in an order by chance. */
export function drawTest(modules: readonly QuizModule[], before: Drawn, count: number): string[] {
  const { seed } = before;
  const queues = shuffled(modules.length, seed, "modules").map((index) =>
    queueOf(idsOf(modules[index].questions), before, modules[index].id),
  );
  const longest = Math.max(0, ...queues.map((queue) => queue.length));
  const turns = Array.from({ length: longest }, (_, turn) => queues.map((queue) => queue[turn]));
  const taken = turns.flat().filter(Boolean).slice(0, count);
  return shuffled(taken.length, seed, "test").map((index) => taken[index]);
}
