// A code that the page makes is the one that the server makes; the examples are of `to_text` in
// report/answer_code, from the bytes that its codec describes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answerCode } from "../../widgets/partnerschap/ui/web/questionnaire/answer-code";

const items = ["inf-1", "inf-2", "for-1"];

test("answers become the same code as on the server", () => {
  const coded = {
    instrument: { items, fingerprint: "a1b2c3" },
    role: "professional" as const,
    number: 123456789012,
    answers: { "inf-1": 5, "inf-2": "dont_know", elsewhere: 1 } as const,
  };
  assert.equal(answerCode(coded), "PMO1-M6SC6-08WQT-CHM55-R00CN-E1HC");
});

test("nothing filled in is a code as well", () => {
  const coded = {
    instrument: { items, fingerprint: "000000" },
    role: "parent" as const,
    number: 0,
    answers: {},
  };
  assert.equal(answerCode(coded), "PMO1-00000-00000-00000-002X7-GQMA");
});
