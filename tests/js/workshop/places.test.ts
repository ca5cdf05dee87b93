// Which screen belongs to where a session is, and which of them can be gone back to.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  isStep,
  placeOf,
  START_PLACE,
} from "../../../widgets/partnerschap/ui/web/exercises/workshop/places";
import {
  type Screen,
  type Stage,
  screenKey,
  screenOf,
  stepOf,
  sumsOf,
} from "../../../widgets/partnerschap/ui/web/exercises/workshop/state";
import type { TrainerSession } from "../../../widgets/partnerschap/ui/web/protocol";
import { CONTENT } from "../sample-team";
import { roundOf } from "./rounds";

const at = (changes: Partial<TrainerSession> = {}, stage: Stage = "round") => ({
  stage,
  origin: "asked" as const,
  problem: "",
  round: { view: roundOf(changes), content: CONTENT },
});

const SCREENS: [Partial<TrainerSession>, Screen][] = [
  [{ state: "open" }, "lobby"],
  [{ state: "open", together: true }, "together"],
  [{ state: "closed" }, "first"],
  [{ state: "closed", together: true }, "first"],
  [{ state: "discussion" }, "conversation"],
  [{ state: "planned" }, "conversation"],
  [{ state: "archived" }, "done"],
];
for (const [changes, screen] of SCREENS)
  test(`${JSON.stringify(changes)} is the screen ${screen}`, () =>
    assert.equal(screenOf(at(changes)), screen));

test("what stands before the round is shown, also when a round is known", () => {
  for (const stage of ["start", "waiting", "stuck", "gone", "link"] as const)
    assert.equal(screenOf(at({}, stage)), stage);
});

test("both states of the conversation are one screen, two rounds are two", () => {
  const [discussion, planned, next] = [
    at({ state: "discussion" }),
    at({ state: "planned" }),
    at({ state: "planned", id: 8 }),
  ];
  assert.equal(screenKey(discussion), screenKey(planned));
  assert.notEqual(screenKey(planned), screenKey(next));
});

test("only a conversation is at a step", () => {
  assert.equal(stepOf(at({ state: "discussion", step: "glance" })), "glance");
  assert.equal(stepOf(at({ state: "archived", step: "end" })), undefined);
  assert.equal(stepOf(at({ state: "discussion", step: "glance" }, "start")), undefined);
});

test("people are counted over all roles", () => {
  const counts = [
    { role: "parent", joined: 3, finished: 1 },
    { role: "professional", joined: 2, finished: 2 },
  ];
  assert.deepEqual(sumsOf({ counts }), { joined: 5, ready: 3 });
  assert.deepEqual(sumsOf({ counts: [] }), { joined: 0, ready: 0 });
});

const place = (changes: Partial<TrainerSession>, stage?: Stage) => placeOf(at(changes, stage));
const OPEN = place({});
const CLOSED = place({ state: "closed" });
const GLANCE = place({ state: "discussion", step: "glance" });
const END = place({ state: "planned", step: "end" });
const LINK = place({}, "link");
const NEXT_ROUND = place({ id: 8, round: 2 });

test("who is coming in is nowhere yet", () => {
  assert.equal(place({}, "waiting"), null);
  assert.equal(place({}, "stuck"), null);
});

test("no place holds the secret", () => {
  for (const one of [OPEN, GLANCE, LINK])
    assert.ok(Object.keys(one ?? {}).every((key) => ["screen", "round", "step"].includes(key)));
});

const STEPS = [
  ["from the start into a round", START_PLACE, OPEN, true],
  ["from the start to the link of a new session", START_PLACE, LINK, true],
  ["from a round to its link", OPEN, LINK, true],
  ["from one step to another", GLANCE, END, true],
  ["to another round", OPEN, NEXT_ROUND, true],
  ["a round closes, which is the same entry", OPEN, CLOSED, false],
  ["the conversation begins, and nobody goes back from it", CLOSED, GLANCE, false],
  ["a round ends", END, place({ state: "archived", step: "end" }), false],
  ["a link that is kept is not shown again", LINK, OPEN, false],
  ["who leaves a session cannot go back to it", GLANCE, START_PLACE, false],
] as const;
for (const [name, from, to, isNew] of STEPS)
  test(name, () => {
    assert.ok(from && to);
    assert.equal(isStep(from, to, "asked"), isNew);
    for (const origin of ["load", "back", "pushed"] as const)
      assert.equal(isStep(from, to, origin), false, origin);
  });
