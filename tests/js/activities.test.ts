// What is sorted over the partnerships, and what the screens make of it.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  compareWithMakers,
  EMPTY,
  ownActivity,
  type SortingContent,
  type SortingMemory,
  screenFor,
  sortingOf,
  spreadOf,
} from "../../widgets/partnerschap/ui/web/exercises/partnerschappen/activities";

const partnership = (id: string) => ({
  id,
  name: `partnership ${id}`,
  short: "",
  label: id.toUpperCase(),
  recognise: "",
  empty: "",
});
const activity = (id: string, sectors: string[], fits: string[], also: string[] = []) => ({
  id,
  text: `activity ${id}`,
  sectors,
  fits,
  also,
  why: "because",
});
const CONTENT: SortingContent = {
  partnerships: ["a", "b", "c"].map(partnership),
  activities: [
    activity("one", ["school"], ["a"], ["b"]),
    activity("two", ["school", "town"], ["a"]),
    activity("three", ["town"], ["c"]),
  ],
};
const OWN = { id: "own-1", text: "own" };
const sorting = (changes: Partial<SortingMemory>) => sortingOf(CONTENT, { ...EMPTY, ...changes });
const ids = (activities: readonly { id: string }[]) => activities.map(({ id }) => id);

test("without a sector nothing of the content is offered", () => {
  const { offered, happening } = sorting({ chosen: ["one"], own: [OWN] });
  assert.deepEqual(offered, []);
  assert.deepEqual(ids(happening), ["own-1"]);
});

test("what was chosen in another sector does not happen here", () => {
  const { offered, happening } = sorting({ sector: "town", chosen: ["one", "three"], own: [OWN] });
  assert.deepEqual(ids(offered), ["two", "three"]);
  assert.deepEqual(ids(happening), ["three", "own-1"]);
});

test("a place that the content no longer has counts as not sorted", () => {
  const places = { one: "gone", two: "b", "own-1": "b" };
  const { sorted, open, shares } = sorting({
    sector: "school",
    chosen: ["one", "two"],
    own: [OWN],
    places,
  });
  assert.deepEqual(ids(open), ["one"]);
  assert.deepEqual(ids(sorted.map((one) => one.activity)), ["two", "own-1"]);
  assert.deepEqual(
    shares.map(({ held }) => held.length),
    [0, 2, 0],
  );
});

test("the spread names the fullest and the emptiest partnerships", () => {
  const chosen = ["one", "two"];
  const uneven = sorting({ sector: "school", chosen, places: { one: "b", two: "b" } });
  const { most, least, fullest, emptiest } = spreadOf(uneven.shares);
  assert.deepEqual([most, least], [2, 0]);
  assert.deepEqual(ids(fullest), ["b"]);
  assert.deepEqual(ids(emptiest), ["a", "c"]);

  const even = spreadOf(sorting({}).shares);
  assert.deepEqual([even.most, even.least], [0, 0]);
});

test("a choice differs when the makers name that partnership nowhere", () => {
  const chosen = ["one", "two"];
  const { sorted } = sorting({
    sector: "school",
    chosen,
    own: [OWN],
    places: { one: "b", two: "b", "own-1": "c" },
  });
  const { differs, agrees } = compareWithMakers(sorted);
  assert.deepEqual(ids(differs.map((one) => one.activity)), ["two"]);
  assert.deepEqual(ids(agrees.map((one) => one.activity)), ["one"]);
});

test("an own activity gets an id that is free", () => {
  assert.equal(ownActivity([], "first").id, "own-1");
  assert.equal(ownActivity([{ id: "own-3", text: "" }, OWN], "next").id, "own-4");
});

test("a screen with nothing to show gives way to the one before it", () => {
  const screen = (name: string, changes: Partial<SortingMemory>) =>
    screenFor(CONTENT, { ...EMPTY, ...changes, screen: name });
  const chosen = { sector: "school", chosen: ["one"] };
  assert.equal(screen("balance", {}), "choose");
  assert.equal(screen("sort", {}), "choose");
  assert.equal(screen("sort", chosen), "sort");
  assert.equal(screen("balance", chosen), "sort");
  assert.equal(screen("balance", { ...chosen, places: { one: "a" } }), "balance");
  assert.equal(screen("choose", chosen), "choose");
});
