// A step of a plan: what is the same, what is wrong, and what follows from another one.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  amountOf,
  draftOf,
  fieldsOf,
  followed,
  isAgreedOn,
  isFull,
  isOpen,
  isOverdue,
  isSame,
  MONTHS,
  NO_FIELDS,
  type PlanStep,
  problemsOf,
  savableOf,
  stepOf,
} from "../../widgets/partnerschap/ui/web/plan/step";
import { LIMITS } from "../../widgets/partnerschap/ui/web/protocol";

const STEP: PlanStep = { ...NO_FIELDS, id: 1, item: null, action: "inf-1-a", text: "Koffie" };

test("what is saved has no spaces or invisible signs around its words, and only what can be agreed", () => {
  const draft = { ...draftOf(STEP), owner: " de \n leiding\u0007 " };
  assert.deepEqual(fieldsOf(draft), { ...NO_FIELDS, text: "Koffie", owner: "de leiding" });
});

test("spaces make no other step, every field does", () => {
  assert.equal(isSame({ ...draftOf(STEP), text: "Koffie " }, STEP), true);
  for (const other of [
    { text: "Thee" },
    { owner: "AB" },
    { due: "2027-05-01" },
    { area: "informeel" },
    { first_step: "Bellen" },
    { evidence: "Vragen" },
    { celebration: "Taart" },
    { state: "busy" as const },
    { reason: "Te duur" },
    { months: [9] },
  ])
    assert.equal(isSame({ ...draftOf(STEP), ...other }, STEP), false, JSON.stringify(other));
});

test("a draft that was not touched follows the step, one that was stays", () => {
  const now = { ...STEP, text: "Thee" };
  assert.equal(followed(draftOf(STEP), STEP, now).text, "Thee");
  const typed = { ...draftOf(STEP), owner: "AB" };
  assert.equal(followed(typed, STEP, now), typed);
});

test("a space that was just typed stays when its step is saved", () => {
  const typed = { ...draftOf(STEP), text: "Koffie " };
  assert.equal(followed(typed, STEP, { ...STEP }).text, "Koffie ");
});

test("what cannot be saved is said by field", () => {
  const draft = draftOf(STEP);
  assert.deepEqual(problemsOf(draft), {});
  assert.deepEqual(problemsOf({ ...draft, text: " \n" }), { text: "plan.text_empty" });
  assert.deepEqual(problemsOf({ ...draft, isDueValid: false }), { due: "together.due_wrong" });
  assert.deepEqual(problemsOf({ ...draft, owner: "@school" }), { owner: "plan.mail" });
  for (const name of ["text", "first_step", "evidence", "celebration", "reason"]) {
    assert.deepEqual(problemsOf({ ...draft, [name]: "Mail a@b.nl" }), { [name]: "plan.mail" });
    assert.deepEqual(problemsOf({ ...draft, [name]: "Bel @ school, of @ opvang." }), {}, name);
  }
});

test("of what cannot be saved the step keeps what it has, and all else is saved", () => {
  const draft = { ...draftOf(STEP), owner: "a@b.nl", celebration: "Taart" };
  const saved = savableOf(draft, { ...STEP, owner: "AB" });
  assert.deepEqual([saved.owner, saved.celebration], ["AB", "Taart"]);
});

test("a day that is over is asked about while there is something to do", () => {
  const [past, today] = ["2026-11-26", "2026-11-27"];
  assert.equal(isOverdue({ due: past, state: "busy" }, today), true);
  assert.equal(isOverdue({ due: today, state: "busy" }, today), false);
  assert.equal(isOverdue({ due: past, state: "done" }, today), false);
  assert.equal(isOverdue({ due: null, state: "chosen" }, today), false);
});

test("only a text and a place are no loss", () => {
  assert.equal(isAgreedOn({ ...STEP, area: "informeel" }), false);
  for (const agreed of [{ owner: "AB" }, { months: [1] }, { state: "done" as const }])
    assert.equal(isAgreedOn({ ...STEP, ...agreed }), true);
});

test("a step is open until it is done or stopped", () => {
  const states = ["chosen", "busy", "done", "stopped"] as const;
  assert.deepEqual(
    states.map((state) => isOpen({ state })),
    [true, true, false, false],
  );
});

test("a step is found by the action that it was made of; an own step is of none", () => {
  const own = { ...STEP, id: 2, action: null };
  assert.equal(stepOf([own, STEP], "inf-1-a"), STEP);
  assert.equal(stepOf([own], "inf-1-a"), undefined);
});

test("a plan holds so many steps as the kernel takes", () => {
  const steps = Array.from({ length: LIMITS.planSteps }, (_, id) => ({ ...STEP, id }));
  assert.equal(isFull(steps), true);
  assert.equal(isFull(steps.slice(1)), false);
});

test("two or three are good, more than five too many", () => {
  assert.deepEqual([0, 1, 2, 3, 4, 5, 6].map(amountOf), [
    "none",
    "few",
    "good",
    "good",
    "more",
    "more",
    "too_many",
  ]);
});

test("a school year begins in August and has every month once", () => {
  assert.equal(MONTHS[0], 8);
  assert.equal(MONTHS[11], 7);
  assert.equal(new Set(MONTHS).size, 12);
});
