// Answers go to the server one request at a time, until all of them are acknowledged.

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import {
  AnswerSender,
  type SavingState,
} from "../../../widgets/partnerschap/ui/web/exercises/meedoen/answer-sender";
import { Outbox } from "../../../widgets/partnerschap/ui/web/exercises/meedoen/outbox";
import {
  type Connection,
  Lost,
  type Question,
  type Reply,
} from "../../../widgets/partnerschap/ui/web/lib/connection";
import { RetryingClient } from "../../../widgets/partnerschap/ui/web/lib/retrying-client";
import { openBrowser, settle } from "../browser";

const SAVED: Reply = { kind: "saved" };

beforeEach(() => openBrowser());

/** A sender whose questions are answered by hand. */
function sending() {
  const asked: { question: Question; answer: (reply: Reply | Lost) => Promise<void> }[] = [];
  const ask = (question: Question) =>
    new Promise<Reply>((resolve, reject) => {
      asked.push({
        question,
        answer(reply) {
          if (reply instanceof Lost) reject(reply);
          else resolve(reply);
          return settle();
        },
      });
    });
  const outbox = new Outbox("ABCDEF");
  outbox.createToken();
  const states: SavingState[] = [];
  const onRefused = mock.fn((_: Reply, drop: () => void) => drop());
  const client = new RetryingClient({ ask: ask as Connection["ask"] });
  const onState = (state: SavingState) => states.push(state);
  const sender = new AnswerSender({ client, outbox, onState, onRefused });
  const put = (item: string, value: number | null) => {
    outbox.put("now", item, value);
    sender.start();
  };
  const last = () => states.at(-1);
  const answersAt = (at: number) =>
    (asked[at]?.question as { answers?: unknown } | undefined)?.answers;
  return { asked, client, outbox, sender, put, last, answersAt, onRefused };
}

test("what is put while a request is under way goes in the next one", async () => {
  const { asked, put, last, answersAt } = sending();
  put("a", 1);
  put("b", 2);
  put("b", 3);
  assert.equal(asked.length, 1);
  assert.deepEqual(last(), { kind: "saving" });
  await asked[0]?.answer(SAVED);
  assert.deepEqual(answersAt(1), { b: 3 });
  assert.deepEqual(last(), { kind: "saving" });
  await asked[1]?.answer(SAVED);
  assert.equal(asked.length, 2);
  assert.deepEqual(last(), { kind: "saved" });
});

test("a question names the session, the person and the answer set", () => {
  const { asked, outbox, sender } = sending();
  outbox.put("votes", "a", 3);
  sender.start();
  const { token } = outbox.memory;
  assert.deepEqual(asked[0]?.question, { kind: "vote", code: "ABCDEF", token, votes: { a: 3 } });
});

test("an answer that gets lost is sent again, and it is told meanwhile", async () => {
  const { asked, put, last, answersAt } = sending();
  put("a", 1);
  await asked[0]?.answer(new Lost());
  assert.deepEqual(last(), { kind: "late" });
  assert.deepEqual(answersAt(1), { a: 1 });
  await asked[1]?.answer(SAVED);
  assert.deepEqual(last(), { kind: "saved" });
});

test("a fault that passes is told, and the same is sent after a pause", async () => {
  const { asked, client, put, last, onRefused } = sending();
  put("a", 1);
  await asked[0]?.answer({ kind: "fault", reason: "storage_busy", message: "druk" });
  assert.deepEqual(last(), { kind: "fault", message: "druk" });
  assert.equal(asked.length, 1);
  client.retryNow();
  await settle();
  assert.equal(asked.length, 2);
  assert.equal(onRefused.mock.callCount(), 0);
});

test("what is refused for good and dropped is not sent again", async () => {
  const { asked, put, last, onRefused } = sending();
  put("a", 1);
  await asked[0]?.answer({ kind: "fault", reason: "invalid", message: "nee" });
  assert.equal(onRefused.mock.callCount(), 1);
  assert.equal(asked.length, 1);
  assert.deepEqual(last(), { kind: "saved" });
});

test("being settled waits for everything, also for what was put meanwhile", async () => {
  const { asked, put, sender } = sending();
  put("a", 1);
  let isSettled = false;
  void sender.settled().then(() => {
    isSettled = true;
  });
  put("b", 2);
  await asked[0]?.answer(SAVED);
  assert.equal(isSettled, false);
  await asked[1]?.answer(SAVED);
  assert.equal(isSettled, true);
});

test("who has stopped tells nothing, drops nothing and sends nothing", async () => {
  const { asked, outbox, put, sender, last } = sending();
  put("a", 1);
  sender.stop();
  await asked[0]?.answer(SAVED);
  assert.deepEqual(last(), { kind: "saving" });
  assert.equal(outbox.unsent(), 1);
  assert.equal(asked.length, 1);
});
