// What this browser remembers, and what it does when it remembers nothing.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import {
  everythingKept,
  forget,
  onKept,
  recall,
  remember,
} from "../../widgets/partnerschap/ui/web/lib/storage";
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

test("of what is of another kind than usual nothing is taken", () => {
  remember("scan", { role: ["parent"], answers: 7, extra: 1 });
  assert.deepEqual(recall("scan", EMPTY), { ...EMPTY, extra: 1 });
  remember("scan", { role: null, answers: [] });
  assert.deepEqual(recall("scan", EMPTY), EMPTY);
});

test("another page of the browser is heard, about this name and when all is wiped", () => {
  let heard = 0;
  const stop = onKept("scan", () => {
    heard += 1;
  });
  const tell = (key: string | null) =>
    window.dispatchEvent(new StorageEvent("storage", { key }) as Event);
  for (const key of [KEY, "partnerschap:visie", null]) tell(key);
  assert.equal(heard, 2);
  stop();
  tell(KEY);
  assert.equal(heard, 2);
});

test("a file holds all exercises and the progress, but no session", () => {
  remember("scan", { role: "parent" });
  remember("meedoen:ABCD", { token: "secret" });
  window.localStorage.setItem("partnerschap:progress", JSON.stringify({ modules: { visie: {} } }));
  window.localStorage.setItem("other", "not ours");
  const { what, progress, kept } = JSON.parse(everythingKept());
  assert.equal(what, "partnerschap-alles");
  assert.deepEqual(progress, { modules: { visie: {} } });
  assert.deepEqual(kept, { scan: { version: 1, memory: { role: "parent" } } });
});
