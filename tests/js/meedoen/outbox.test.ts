// What a browser keeps of a session, also when more tabs of one person write it.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Outbox } from "../../../widgets/partnerschap/ui/web/exercises/meedoen/outbox";
import { openBrowser } from "../browser";

const KEY = "partnerschap:meedoen:ABCDEF";

beforeEach(() => openBrowser());

function begun(): Outbox {
  const outbox = new Outbox("ABCDEF");
  outbox.createToken();
  return outbox;
}

const stored = () => window.localStorage.getItem(KEY);

/** What a tab hears of what another one wrote. */
const written = () => new StorageEvent("storage", { key: KEY, newValue: stored() });

test("a token is made once, and is there after a reload", () => {
  assert.equal(new Outbox("ABCDEF").memory.token, null);
  const { token } = begun().memory;
  assert.match(token ?? "", /^[\w-]{43}$/);
  assert.equal(new Outbox("ABCDEF").memory.token, token);
  assert.equal(begun().memory.token, token);
});

test("a memory whose token is none is not read", () => {
  window.localStorage.setItem(KEY, JSON.stringify({ version: 1, memory: { token: "short" } }));
  assert.equal(new Outbox("ABCDEF").memory.token, null);
});

test("an acknowledged entry goes, unless it was changed meanwhile", () => {
  const outbox = begun();
  outbox.put("now", "a", 1);
  outbox.put("now", "b", 2);
  const sent = outbox.mine("now");
  outbox.put("now", "b", 3);
  outbox.remove("now", sent);
  assert.deepEqual(Object.keys(outbox.mine("now")), ["b"]);
  assert.equal(outbox.mine("now").b?.value, 3);
  assert.equal(outbox.unsent(), 1);
});

test("a tab sends only its own, and keeps what another tab put", () => {
  const [first, second] = [begun(), begun()];
  first.put("now", "a", 1);
  second.put("now", "b", 2);
  first.put("votes", "c", 3);
  assert.deepEqual(Object.keys(first.mine("now")), ["a"]);
  assert.deepEqual(Object.keys(second.mine("now")), ["b"]);
  assert.equal(first.unsent(), 3);
});

test("what was not sent before a reload is adopted, what is not asked any more is not", () => {
  const before = begun();
  before.put("now", "a", 1);
  before.put("now", "gone", 2);
  const after = new Outbox("ABCDEF");
  assert.deepEqual(after.mine("now"), {});
  after.adopt((_, item) => item !== "gone");
  assert.deepEqual(Object.keys(after.mine("now")), ["a"]);
});

test("what is under way keeps its stamp when the rest is adopted", () => {
  const outbox = begun();
  outbox.put("now", "a", 1);
  const sent = outbox.mine("now");
  outbox.adopt(() => true);
  outbox.remove("now", sent);
  assert.equal(outbox.unsent(), 0);
});

test("what another tab filled in is heard; what was changed since is not", () => {
  const [here, there] = [begun(), begun()];
  there.put("now", "a", 4);
  there.put("then", "b", null);
  const event = written();
  here.put("now", "a", 5);
  const heard = here.hear(event);
  assert.ok(heard && heard !== "gone");
  assert.deepEqual(heard.changed, [{ set: "then", item: "b", value: null }]);
  assert.equal(heard.isTurned, false);
});

test("being ready and being too late in another tab are heard", () => {
  const [here, there] = [begun(), begun()];
  there.change((memory) => {
    memory.turns += 1;
    memory.late.votes.push("a");
  });
  const heard = here.hear(written());
  assert.ok(heard && heard !== "gone");
  assert.equal(heard.isTurned, true);
  assert.deepEqual(heard.late, [["votes", "a"]]);
});

test("another session is not heard, and another person is", () => {
  const here = begun();
  const other = new StorageEvent("storage", { key: "partnerschap:meedoen:ZZZZZZ", newValue: "" });
  assert.equal(here.hear(other), null);
  begun().forget();
  assert.equal(here.hear(written()), "gone");
});

test("what is still under way does not write again what was forgotten", () => {
  const outbox = begun();
  outbox.put("now", "a", 1);
  const sent = outbox.mine("now");
  outbox.forget();
  outbox.remove("now", sent);
  outbox.change((memory) => {
    memory.turns += 1;
  });
  assert.equal(stored(), null);
});

test("of somebody else who fills in here nothing is overwritten", () => {
  const first = begun();
  first.forget();
  const second = begun();
  const { token } = second.memory;
  first.put("now", "a", 1);
  assert.equal(new Outbox("ABCDEF").memory.token, token);
  assert.equal(new Outbox("ABCDEF").unsent(), 0);
});

test("a browser that keeps nothing keeps all as long as the page lives", () => {
  Object.defineProperty(window, "localStorage", {
    get() {
      throw new Error("no");
    },
  });
  const outbox = begun();
  const { token } = outbox.memory;
  outbox.put("now", "a", 1);
  outbox.createToken();
  assert.equal(outbox.isKept, false);
  assert.equal(outbox.memory.token, token);
  assert.equal(outbox.unsent(), 1);
});

test("what cannot be read of another tab changes nothing", () => {
  const here = begun();
  const heard = here.hear(new StorageEvent("storage", { key: KEY, newValue: "{" }));
  assert.ok(heard && heard !== "gone");
  assert.deepEqual(heard.changed, []);
});
