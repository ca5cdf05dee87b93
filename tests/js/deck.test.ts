// The deck of activities: what is on top, and what was put away last.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  dealt,
  lastPlaced,
  placed,
  takenBack,
} from "../../widgets/partnerschap/ui/web/exercises/partnerschappen/deck";

const cards = (...ids: string[]) => ids.map((id) => ({ id, text: id }));
const ids = (some: { id: string }[]) => some.map(({ id }) => id);

test("what was put away last is taken back first, one after another", () => {
  let places = placed(placed(placed({}, "a", "formeel"), "b", "informeel"), "c", "formeel");
  const order: string[] = [];
  for (let last = lastPlaced(cards("a", "b", "c"), places); last; ) {
    order.push(last.id);
    places = takenBack(places, last.id);
    last = lastPlaced(
      cards("a", "b", "c").filter(({ id }) => id in places),
      places,
    );
  }
  assert.deepEqual(order, ["c", "b", "a"]);
});

test("what is put somewhere else is what was put away last", () => {
  const places = placed(placed(placed({}, "a", "formeel"), "b", "informeel"), "a", "informeel");
  assert.deepEqual(places, { a: "informeel", b: "informeel" });
  assert.equal(lastPlaced(cards("a", "b"), places)?.id, "a");
});

test("an activity that happens no more is not taken back", () => {
  const places = placed(placed({}, "a", "formeel"), "gone", "informeel");
  assert.equal(lastPlaced(cards("a"), places)?.id, "a");
  assert.equal(lastPlaced([], places), undefined);
});

test("the order is kept when the browser keeps the memory", () => {
  const places = placed(placed({}, "b", "formeel"), "a", "formeel");
  assert.equal(lastPlaced(cards("a", "b"), JSON.parse(JSON.stringify(places)))?.id, "a");
});

test("a card that was passed over comes up when the rest is gone", () => {
  assert.deepEqual(ids(dealt(cards("a", "b", "c"), [])), ["a", "b", "c"]);
  assert.deepEqual(ids(dealt(cards("a", "b", "c"), ["a"])), ["b", "c", "a"]);
  assert.deepEqual(ids(dealt(cards("a", "b", "c"), ["c", "a", "gone"])), ["b", "c", "a"]);
});
