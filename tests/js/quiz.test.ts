// The answers to check questions: which fit, which are whole, which are right.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type ChoiceQuestion,
  countDone,
  firstOrder,
  isRight,
  type MatchQuestion,
  type OrderQuestion,
  type QuizMemory,
  readMatches,
  standingAnswer,
  standingOf,
  wholeAnswer,
} from "../../widgets/partnerschap/ui/web/exercises/kennischeck/quiz";

const asked = { id: "q", question: "?", revisits: [] };
const option = (correct: boolean) => ({ text: "a", correct, feedback: "f" });
const SINGLE: ChoiceQuestion = {
  ...asked,
  kind: "single",
  options: [option(false), option(true), option(false)],
};
const MULTIPLE: ChoiceQuestion = {
  ...asked,
  kind: "multiple",
  options: [option(true), option(true), option(false)],
};
const ORDER: OrderQuestion = { ...asked, kind: "order", options: SINGLE.options };
const MATCH: MatchQuestion = {
  ...asked,
  kind: "match",
  pairs: ["a", "b", "c"].map((left) => ({ left, right: left, feedback: "f" })),
};

test("what was kept of an older question is no answer", () => {
  const never = [undefined, null, "all", 3, -1, 0.5, [0, 3], [0, "1", 2], {}];
  for (const question of [SINGLE, MULTIPLE, ORDER, MATCH])
    for (const kept of never) {
      assert.equal(wholeAnswer(question, kept), null, `${question.kind} ${JSON.stringify(kept)}`);
      assert.equal(isRight(question, kept), false, `${question.kind} ${JSON.stringify(kept)}`);
    }
  assert.equal(wholeAnswer(ORDER, [0, 0, 1]), null); // a line that is there twice
  assert.equal(wholeAnswer(ORDER, [0, 1]), null); // a line was added since
  assert.equal(wholeAnswer(MULTIPLE, [1, 1]), null);
});

test("an answer is whole when nothing is left to choose", () => {
  assert.equal(wholeAnswer(SINGLE, 0), 0);
  assert.equal(wholeAnswer(MULTIPLE, []), null);
  assert.deepEqual(wholeAnswer(MULTIPLE, [2]), [2]);
  assert.equal(wholeAnswer(MATCH, [0, null, 1]), null);
  assert.deepEqual(wholeAnswer(MATCH, [0, 0, 1]), [0, 0, 1]);
  assert.deepEqual(readMatches(MATCH, [0, null, 1]), [0, null, 1]);
  assert.deepEqual(readMatches(MATCH, [0]), [null, null, null]);
});

test("an answer is right when it is what the makers had in mind", () => {
  assert.equal(isRight(SINGLE, 1), true);
  assert.equal(isRight(SINGLE, 0), false);
  assert.equal(isRight(MULTIPLE, [1, 0]), true);
  assert.equal(isRight(MULTIPLE, [0]), false);
  assert.equal(isRight(MULTIPLE, [0, 1, 2]), false);
  for (const question of [ORDER, MATCH]) {
    assert.equal(isRight(question, [0, 1, 2]), true);
    assert.equal(isRight(question, [1, 0, 2]), false);
  }
});

test("the order to begin with is never the one that helps", () => {
  for (let seed = 0; seed < 200; seed += 1)
    assert.equal(isRight(ORDER, firstOrder(ORDER, seed)), false);
});

test("only the questions that are asked count as looked at", () => {
  const questions = [SINGLE, { ...MATCH, id: "r" }];
  assert.equal(countDone(questions, ["r", "gone", "r"]), 1);
  assert.equal(countDone(questions, []), 0);
});

test("an order that nobody changed is an answer, and nothing else is", () => {
  const untouched = { seed: 7, answers: {} };
  assert.deepEqual(standingAnswer(ORDER, untouched), firstOrder(ORDER, 7));
  assert.deepEqual(standingAnswer(ORDER, { seed: 7, answers: { q: [0, 1, 2] } }), [0, 1, 2]);
  for (const question of [SINGLE, MULTIPLE, MATCH])
    assert.equal(standingAnswer(question, untouched), null);
});

test("a question stands open until its answers were looked at, and then well or not", () => {
  const memory = (changes: Partial<QuizMemory>): QuizMemory => ({
    seed: 1,
    answers: { q: 1 },
    drawn: ["q"],
    open: [],
    done: [],
    at: 0,
    finished: false,
    ...changes,
  });
  assert.equal(standingOf(SINGLE, memory({})), "open");
  assert.equal(standingOf(SINGLE, memory({ done: ["q"] })), "good");
  assert.equal(standingOf(SINGLE, memory({ done: ["q"], answers: { q: 0 } })), "other");
  // Who tries again sees how it went before, until the answers are looked at once more.
  assert.equal(standingOf(SINGLE, memory({ done: ["q"], answers: {} })), "other");
});
