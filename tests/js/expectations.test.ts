// Expectations of two sides, and the groups that say what to do next.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Answer,
  chosenSet,
  type Expectation,
  type ExpectationSet,
  fitting,
  groupsOf,
  withExpectation,
} from "../../widgets/partnerschap/ui/web/exercises/verwachtingen/expectations";

const side = (id: string) => ({
  id,
  name: id,
  title: "",
  hint: "",
  examples: [],
  openings: {},
  opening: "",
  ask: "",
});
const set = (id: string): ExpectationSet => ({
  id,
  intro: "",
  sentence: "",
  sides: [side("team"), side("parents")],
  themes: [{ id: "time", name: "Time" }],
});
const expectation = (id: string, changes: Partial<Expectation> = {}): Expectation => ({
  id,
  side: "team",
  text: id,
  theme: "",
  spoken: "",
  shared: "",
  ...changes,
});
const ids = (expectations: readonly Expectation[]) => expectations.map(({ id }) => id);

test("the address chooses the set; an unknown one gives the first", () => {
  const sets = [set("parents"), set("partners")];
  assert.equal(chosenSet(sets, "?set=partners").id, "partners");
  assert.equal(chosenSet(sets, "?set=gone").id, "parents");
  assert.equal(chosenSet(sets, "").id, "parents");
});

test("an expectation of a side that is gone is left out, a theme that is gone is no theme", () => {
  const kept = [
    expectation("e1", { side: "gone" }),
    expectation("e2", { theme: "gone" }),
    expectation("e3", { theme: "time" }),
  ];
  const fits = fitting(set("parents"), kept);
  assert.deepEqual(ids(fits), ["e2", "e3"]);
  assert.deepEqual(
    fits.map(({ theme }) => theme),
    ["", "time"],
  );
});

test("a new expectation is open and has an id of its own", () => {
  const added = { side: "team", text: "On time", theme: "time" };
  const [first] = withExpectation([], added);
  assert.deepEqual(first, { ...added, id: "e1", spoken: "", shared: "" });
  const kept = [expectation("e1"), expectation("e12")];
  assert.deepEqual(ids(withExpectation(kept, added)), ["e1", "e12", "e13"]);
});

test("each pair of answers has its group, and unspoken comes before what is unknown", () => {
  const answers: (Answer | "")[] = ["yes", "no", ""];
  const all = answers.flatMap((spoken) =>
    answers.map((shared) =>
      expectation(`${spoken || "open"}-${shared || "open"}`, { spoken, shared }),
    ),
  );
  const { agreed, unspoken, disagreed, unknown } = groupsOf(all);
  assert.deepEqual(ids(agreed), ["yes-yes"]);
  assert.deepEqual(ids(disagreed), ["yes-no"]);
  assert.deepEqual(ids(unspoken), ["no-yes", "no-no", "no-open"]);
  assert.deepEqual(ids(unknown), ["yes-open", "open-yes", "open-no", "open-open"]);
});
