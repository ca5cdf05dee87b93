// The closing test: what is open, what was missed, and the norm that an address sets.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  missed,
  normIn,
  openNumbers,
  questionsOf,
} from "../../widgets/partnerschap/ui/web/exercises/kennischeck/closing-test";
import type { QuizModule } from "../../widgets/partnerschap/ui/web/exercises/kennischeck/quiz";
import { today } from "../../widgets/partnerschap/ui/web/lib/dates";

const options = [true, false, false].map((correct) => ({ text: "a", correct, feedback: "f" }));
const MODULES: QuizModule[] = ["a", "b"].map((id, index) => ({
  id,
  number: index + 1,
  title: id,
  questions: [
    { id: `${id}-1`, question: "?", revisits: [], kind: "single", options },
    { id: `${id}-2`, question: "?", revisits: [], kind: "order", options },
  ],
}));

const ids = (found: ReturnType<typeof questionsOf>) => found.map(({ question }) => question.id);

test("what is asked keeps its order, with its module, without what is gone", () => {
  const found = questionsOf(MODULES, ["b-2", "gone-1", "a-1"]);
  assert.deepEqual(ids(found), ["b-2", "a-1"]);
  assert.deepEqual(
    found.map(({ module }) => module.id),
    ["b", "a"],
  );
});

test("a question is open until it has a whole answer", () => {
  const questions = questionsOf(MODULES, ["a-1", "b-2", "b-1"]);
  assert.deepEqual(openNumbers(questions, {}), [1, 2, 3]);
  assert.deepEqual(openNumbers(questions, { "a-1": 2, "b-2": [0, 1], "b-1": 9 }), [2, 3]);
  assert.deepEqual(openNumbers(questions, { "a-1": 0, "b-2": [2, 1, 0], "b-1": 1 }), []);
});

test("missed is what was answered otherwise, or not", () => {
  const questions = questionsOf(MODULES, ["a-1", "a-2", "b-1", "b-2"]);
  const answers = { "a-1": 0, "a-2": [0, 1, 2], "b-1": 1 };
  assert.deepEqual(ids(missed(questions, answers)), ["b-1", "b-2"]);
});

test("an address may set a norm of one up to all questions", () => {
  const none = { norm: null, isWrong: false };
  assert.deepEqual(normIn("", 20), none);
  assert.deepEqual(normIn("?module=toets", 20), none);
  assert.deepEqual(normIn("?norm=1", 20), { norm: 1, isWrong: false });
  assert.deepEqual(normIn("?module=toets&norm=20", 20), { norm: 20, isWrong: false });
  for (const said of ["0", "21", "-3", "14.5", "70%25", "veertien", "", "1e1", "0x9"])
    assert.deepEqual(normIn(`?norm=${said}`, 20), { norm: null, isWrong: true }, said);
});

test("today is that of the reader's own calendar", () => {
  assert.equal(today(new Date(2026, 0, 9, 23, 59)), "2026-01-09");
  assert.equal(today(new Date(2026, 10, 26, 0, 1)), "2026-11-26");
});
