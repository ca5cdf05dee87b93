// Questions are asked until an answer comes that holds.

import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import {
  type Connection,
  Lost,
  type Reply,
} from "../../widgets/partnerschap/ui/web/lib/connection";
import {
  isTransient,
  RETRY_AFTER,
  RetryingClient,
  SLOW_AFTER,
} from "../../widgets/partnerschap/ui/web/lib/retrying-client";
import { settle } from "./browser";
import { question } from "./questions";

const QUESTION = question("enter");
const FINAL: Reply = { kind: "view" };
const BUSY: Reply = { kind: "fault", reason: "storage_busy", message: "even geduld" };

beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => mock.timers.reset());

/** A connection that gives these answers one after another, and nothing after them. */
function answering(...answers: (Reply | Lost)[]) {
  const ask = mock.fn(() => {
    const answer = answers.shift();
    if (answer instanceof Lost) return Promise.reject(answer);
    return answer ? Promise.resolve(answer) : new Promise<Reply>(() => {});
  });
  return { ask, client: new RetryingClient({ ask: ask as Connection["ask"] }) };
}

test("what may pass is a fault of the storage or of the moment, and nothing else", () => {
  for (const reason of ["wait", "failed", "storage_busy", "storage_gone"])
    assert.ok(isTransient({ kind: "fault", reason }), reason);
  for (const reason of ["closed", "ended", "invalid", "waiting", ""])
    assert.ok(!isTransient({ kind: "fault", reason }), reason);
  assert.ok(!isTransient({ kind: "view", reason: "wait" }));
});

test("an answer that never comes is asked again at once", async () => {
  const { ask, client } = answering(new Lost(), new Lost(), FINAL);
  const reply = await client.askUntilFinal(QUESTION, { onWait: () => {} });
  assert.equal(reply, FINAL);
  assert.equal(ask.mock.callCount(), 3);
});

test("after an answer that asks for patience there is a pause, with what the server says", async () => {
  const { ask, client } = answering(BUSY, FINAL);
  const onWait = mock.fn();
  const asked = client.askUntilFinal(QUESTION, { onWait });
  await settle();
  assert.deepEqual(onWait.mock.calls[0]?.arguments, ["even geduld"]);
  mock.timers.tick(RETRY_AFTER - 1);
  await settle();
  assert.equal(ask.mock.callCount(), 1);
  mock.timers.tick(1);
  assert.equal(await asked, FINAL);
});

test("a pause ends when there is a connection", async () => {
  const { client } = answering(BUSY, FINAL);
  const asked = client.askUntilFinal(QUESTION, { onWait: () => {} });
  await settle();
  client.retryNow();
  assert.equal(await asked, FINAL);
});

test("a slow answer is told once, and no more when it has come", async () => {
  const { client } = answering();
  const onWait = mock.fn();
  void client.askUntilFinal(QUESTION, { onWait });
  mock.timers.tick(SLOW_AFTER);
  assert.deepEqual(onWait.mock.calls[0]?.arguments, [null]);
  const quick = answering(FINAL);
  const onSlow = mock.fn();
  await quick.client.ask(QUESTION, onSlow);
  mock.timers.tick(SLOW_AFTER);
  assert.equal(onSlow.mock.callCount(), 0);
});

test("nobody asks on, or is told anything, when nobody waits any more", async () => {
  const { ask, client } = answering(BUSY, FINAL);
  const onWait = mock.fn();
  let isWanted = true;
  const asked = client.askUntilFinal(QUESTION, { onWait, isWanted: () => isWanted });
  isWanted = false;
  await settle();
  client.retryNow();
  assert.equal(await asked, null);
  assert.equal(ask.mock.callCount(), 1);
  assert.equal(onWait.mock.callCount(), 0);
});

test("an error of the program is not taken for a lost connection", async () => {
  const ask = () => Promise.reject(new TypeError("wrong"));
  const client = new RetryingClient({ ask: ask as Connection["ask"] });
  await assert.rejects(client.askUntilFinal(QUESTION, { onWait: () => {} }), TypeError);
});
