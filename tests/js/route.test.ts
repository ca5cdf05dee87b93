// What a reader found on the walk of a parent, and the first changes.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  addOwn,
  countMarked,
  firstChanges,
  pointsByKind,
  removeOwn,
  type Station,
  stationsOf,
  toImprove,
} from "../../widgets/partnerschap/ui/web/exercises/ouderbril/route";

const point = (id: string) => ({ id, text: `point ${id}` });
const STREET: Station = {
  id: "s",
  place: "street",
  name: "Street",
  view: "",
  points: [point("a"), point("b")],
};
const DOOR: Station = {
  id: "d",
  place: "door",
  name: "Door",
  view: "",
  points: [point("c"), point("d")],
};
const STATIONS = [STREET, DOOR];
const MARKS = { d: "better", a: "better", b: "good" };
const BENCH = { id: "own-1", text: "bench" };

test("a walk goes along the stations of its sector", () => {
  const content = { routes: [{ id: "school", stations: STATIONS }] };
  assert.equal(stationsOf(content, { sector: "school" }), STATIONS);
  assert.deepEqual(stationsOf(content, { sector: "gone" }), []);
  assert.deepEqual(stationsOf(content, { sector: null }), []);
});

test("what can be better stands in the order of the walk, with its station", () => {
  assert.deepEqual(toImprove(STATIONS, { marks: MARKS }), [
    { ...point("a"), station: "Street" },
    { ...point("d"), station: "Door" },
  ]);
});

test("a point that is in order after all is no first change", () => {
  const memory = { marks: MARKS, own: [BENCH], picks: ["own-1", "d", "a"] };
  const ids = (marks: Record<string, string>) =>
    firstChanges(STATIONS, { ...memory, marks }).map(({ id }) => id);
  assert.deepEqual(ids(MARKS), ["a", "d", "own-1"]);
  assert.deepEqual(ids({ ...MARKS, a: "good" }), ["d", "own-1"]);
});

test("an idea of one's own is a first change at once, until it is removed with its plan", () => {
  const added = addOwn({ own: [BENCH], picks: ["a"] }, "bell");
  assert.deepEqual(added, {
    own: [BENCH, { id: "own-2", text: "bell" }],
    picks: ["a", "own-2"],
  });
  const plans = { a: { who: "Ann" }, "own-2": { who: "Bob" } };
  const removed = removeOwn({ ...added, plans }, "own-2");
  assert.deepEqual(removed, { own: [BENCH], picks: ["a"], plans: { a: { who: "Ann" } } });
  assert.equal(plans["own-2"].who, "Bob"); // what was there is left as it was
});

test("every point of a station is found back under one kind", () => {
  const { good, better, unseen, open } = pointsByKind(DOOR, { marks: MARKS });
  assert.deepEqual([good, better, unseen, open], [[], [point("d")], [], [point("c")]]);
  assert.equal(countMarked(DOOR.points, { marks: MARKS }), 1);
});
