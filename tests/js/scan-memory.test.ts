// What is asked of whom, and what a scan remembers.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Window } from "happy-dom";
import { askedItems } from "../../widgets/partnerschap/ui/web/questionnaire/content";
import {
  EMPTY_SCAN,
  recallScan,
} from "../../widgets/partnerschap/ui/web/questionnaire/scan-memory";
import { CONTENT } from "./sample-team";

beforeEach(() => {
  Object.assign(globalThis, { window: new Window({ url: "http://localhost/" }) });
});

const keep = (memory: object) =>
  window.localStorage.setItem("partnerschap:teamscan", JSON.stringify({ version: 1, memory }));

test("a scan that was never filled in is empty", () => {
  assert.deepEqual(recallScan("teamscan", new Set(["inf-1"])), EMPTY_SCAN);
});

test("answers to what is no longer asked are left out", () => {
  keep({ instrument: "kort", role: "parent", answers: { "inf-1": 4, gone: 2 } });
  const memory = recallScan("teamscan", new Set(["inf-1"]));
  assert.deepEqual(memory.answers, { "inf-1": 4 });
  assert.equal(memory.role, "parent");
  assert.equal(memory.sector, null);
});

test("nothing is asked before a role is chosen, or of an instrument that is gone", () => {
  assert.deepEqual(askedItems(CONTENT, "kort", null), []);
  assert.deepEqual(askedItems(CONTENT, "weg", "parent"), []);
  assert.deepEqual(
    askedItems(CONTENT, "kort", "parent").map(({ id }) => id),
    ["inf-1", "own-1"],
  );
});
