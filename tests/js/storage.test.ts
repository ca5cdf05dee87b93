// What this browser remembers, and what it does when it remembers nothing.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { forget, recall, remember } from "../../widgets/partnerschap/ui/web/lib/storage";
import { openBrowser } from "./browser";

const EMPTY = { role: "", answers: {} as Record<string, number> };
const KEY = "partnerschap:scan";

beforeEach(() => void openBrowser());

test("nothing was remembered", () => {
  assert.deepEqual(recall("scan", EMPTY), EMPTY);
});

test("what is remembered is there again, and under its own name only", () => {
  const memory = { role: "parent", answers: { "inf-1": 5 } };
  assert.equal(remember("scan", memory), true);
  assert.deepEqual(recall("scan", EMPTY), memory);
  assert.deepEqual(recall("visie", EMPTY), EMPTY);
});

test("a field that came later is as when empty", () => {
  remember("scan", { role: "parent" });
  assert.deepEqual(recall("scan", EMPTY), { role: "parent", answers: {} });
});

test("what is forgotten is gone", () => {
  remember("scan", { role: "parent", answers: {} });
  forget("scan");
  assert.deepEqual(recall("scan", EMPTY), EMPTY);
  assert.equal(window.localStorage.length, 0);
});

for (const kept of [
  "{",
  "null",
  "[]",
  "7",
  '"text"',
  '{"version": 0, "memory": {"role": "parent"}}',
])
  test(`of another making is not read: ${kept}`, () => {
    window.localStorage.setItem(KEY, kept);
    assert.deepEqual(recall("scan", EMPTY), EMPTY);
  });

test("a browser that keeps nothing says so, and breaks nothing", () => {
  Object.defineProperty(window, "localStorage", {
    get() {
      throw new DOMException("no", "SecurityError");
    },
  });
  assert.equal(remember("scan", EMPTY), false);
  assert.deepEqual(recall("scan", EMPTY), EMPTY);
  forget("scan");
});

test("a browser that is full says so", () => {
  const setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  Object.defineProperty(window, "localStorage", { value: { setItem } });
  assert.equal(remember("scan", EMPTY), false);
});
