// An order by chance that a seed gives again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { mixed, newSeed, shuffled } from "../../widgets/partnerschap/ui/web/lib/shuffle";

const SEEDS = Array.from({ length: 600 }, (_, seed) => seed * 7_919);
const countTo = (length: number) => Array.from({ length }, (_, index) => index);

test("an order has every number once", () => {
  for (const length of [0, 1, 2, 5, 12])
    for (const seed of SEEDS) {
      const order = shuffled(length, seed, "list");
      assert.deepEqual(
        order.sort((one, other) => one - other),
        countTo(length),
      );
    }
});

test("a seed gives its order again, and another name another order", () => {
  assert.deepEqual(shuffled(12, 42, "list"), shuffled(12, 42, "list"));
  assert.notDeepEqual(shuffled(12, 42, "list"), shuffled(12, 42, "another list"));
  assert.notDeepEqual(shuffled(12, 42, "list"), shuffled(12, 43, "list"));
});

test("every order comes about as often", () => {
  const counts = new Map<string, number>();
  for (const seed of SEEDS) {
    const order = shuffled(3, seed, "list").join();
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  // Of 600 draws each of the six orders is expected 100 times, give or take 9; five times that is not chance.
  assert.equal(counts.size, 6);
  for (const count of counts.values()) assert.ok(Math.abs(count - 100) < 46, `${count} times`);
});

test("a mixed order is never the one it came in", () => {
  for (const length of [2, 3, 4])
    for (const seed of SEEDS) {
      const order = mixed(length, seed, "list");
      assert.notDeepEqual(order, countTo(length));
      assert.deepEqual(
        order.sort((one, other) => one - other),
        countTo(length),
      );
    }
  assert.deepEqual(mixed(1, 5, "list"), [0]);
  assert.deepEqual(mixed(0, 5, "list"), []);
});

test("a new seed is a whole number that differs from the one before", () => {
  const seeds = new Set(Array.from({ length: 20 }, newSeed));
  assert.ok(seeds.size > 1);
  for (const seed of seeds) assert.ok(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32);
});
