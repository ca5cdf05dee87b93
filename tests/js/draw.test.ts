// Which questions are drawn: the same from the same seed, those not seen yet first, and a test from all modules.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  askedNow,
  drawAgain,
  drawTest,
} from "../../widgets/partnerschap/ui/web/exercises/kennischeck/draw";
import type {
  Question,
  QuizModule,
} from "../../widgets/partnerschap/ui/web/exercises/kennischeck/quiz";

const question = (id: string): Question => ({
  id,
  question: "?",
  revisits: [],
  kind: "single",
  options: [],
});
const poolOf = (module: string, size: number) =>
  Array.from({ length: size }, (_, index) => question(`${module}-${index + 1}`));
const POOL = poolOf("m", 10);
const IDS = POOL.map(({ id }) => id);
const COUNT = 6;
const SEEDS = Array.from({ length: 100 }, (_, seed) => seed * 7919);

const sorted = (ids: readonly string[]) => [...ids].sort();
const asked = (drawn: readonly string[], seed = 1, pool = POOL) =>
  askedNow(pool, { seed, drawn }, COUNT).map(({ id }) => id);

test("a seed draws the same questions again, and another seed others", () => {
  const draws = SEEDS.map((seed) => drawAgain(POOL, { seed, drawn: [] }, COUNT));
  for (const [index, seed] of SEEDS.entries()) {
    assert.deepEqual(drawAgain(POOL, { seed, drawn: [] }, COUNT), draws[index]);
    assert.equal(new Set(draws[index]).size, COUNT);
    assert.ok(draws[index].every((id) => IDS.includes(id)));
  }
  // Of 210 ways to take 6 out of 10, a hundred seeds find many.
  assert.ok(new Set(draws.map((ids) => sorted(ids).join())).size > 40);
});

test("every question has its turn about as often", () => {
  const times = (id: string) =>
    SEEDS.filter((seed) => drawAgain(POOL, { seed, drawn: [] }, COUNT).includes(id)).length;
  // Six of ten is 60 times in 100, and a standard deviation is 5.
  for (const id of IDS) assert.ok(times(id) > 40 && times(id) < 80, `${id}: ${times(id)}`);
});

test("what was drawn is asked, until there is another draw", () => {
  const first = drawAgain(POOL, { seed: 3, drawn: [] }, COUNT);
  assert.deepEqual(sorted(asked(first)), sorted(first));
  // Another order of the same questions takes another seed.
  assert.deepEqual(sorted(asked(first, 99)), sorted(first));
});

test("another draw begins with what was not seen, then what was seen longest ago", () => {
  for (const seed of SEEDS) {
    const first = drawAgain(POOL, { seed, drawn: [] }, COUNT);
    const unseen = IDS.filter((id) => !first.includes(id));
    const second = drawAgain(POOL, { seed: seed + 1, drawn: first }, COUNT);
    assert.deepEqual(sorted(second), sorted(IDS));
    assert.deepEqual(sorted(asked(second)), sorted([...unseen, ...first.slice(0, 2)]));
    const third = drawAgain(POOL, { seed: seed + 2, drawn: second }, COUNT);
    assert.deepEqual(sorted(asked(third)), sorted(second.slice(0, COUNT)));
  }
});

test("what the content no longer has makes place for another question", () => {
  const drawn = drawAgain(POOL, { seed: 5, drawn: [] }, COUNT);
  const left = POOL.filter(({ id }) => id !== drawn[0] && id !== drawn[1]);
  const now = asked([...drawn, "gone"], 5, left);
  assert.equal(now.length, COUNT);
  assert.ok(drawn.slice(2).every((id) => now.includes(id)));
  assert.deepEqual(now, asked([...drawn, "gone"], 5, left));
});

test("a small pool is asked whole", () => {
  const small = poolOf("s", 3);
  assert.deepEqual(asked(drawAgain(small, { seed: 2, drawn: [] }, COUNT), 2, small), [
    "s-1",
    "s-2",
    "s-3",
  ]);
});

const MODULES: QuizModule[] = Array.from({ length: 9 }, (_, index) => ({
  id: `n${index}`,
  number: index + 1,
  title: `n${index}`,
  questions: poolOf(`n${index}`, 10),
}));
const moduleOf = (id: string) => id.split("-")[0];

test("a test takes two or three of each of nine modules, and twenty in all", () => {
  for (const seed of SEEDS) {
    const ids = drawTest(MODULES, { seed, drawn: [] }, 20);
    assert.equal(new Set(ids).size, 20);
    const counts = MODULES.map(({ id }) => ids.filter((one) => moduleOf(one) === id).length);
    assert.deepEqual(sorted(counts.map(String)), [...Array(7).fill("2"), "3", "3"]);
    assert.deepEqual(drawTest(MODULES, { seed, drawn: [] }, 20), ids);
  }
});

test("another attempt asks other questions where there are any", () => {
  const first = drawTest(MODULES, { seed: 1, drawn: [] }, 20);
  const second = drawTest(MODULES, { seed: 2, drawn: first }, 20);
  assert.deepEqual(
    second.filter((id) => first.includes(id)),
    [],
  );
});

test("a test out of less than it wants takes all there is", () => {
  const few = MODULES.slice(0, 2).map((module, index) => ({
    ...module,
    questions: module.questions.slice(0, index + 1),
  }));
  assert.deepEqual(sorted(drawTest(few, { seed: 4, drawn: [] }, 20)), ["n0-1", "n1-1", "n1-2"]);
  assert.deepEqual(drawTest([], { seed: 4, drawn: [] }, 20), []);
});
