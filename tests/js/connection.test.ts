// Questions to the kernel: which answer belongs to which, and what happens when none comes.

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { Connection, Lost, type Reply } from "../../widgets/partnerschap/ui/web/lib/connection";
import { createKernel } from "./kernel";
import { question } from "./questions";

const PATIENCE = 1_000;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
});

function connect() {
  const kernel = createKernel();
  return { ...kernel, connection: new Connection(kernel.model, PATIENCE) };
}

test("answers find their questions, in whatever order they come", async () => {
  const { connection, sent, answer } = connect();
  const [one, other] = [connection.ask(question("a", { x: 1 })), connection.ask(question("b"))];
  assert.deepEqual(
    sent.map(({ content }) => content),
    [
      { kind: "a", x: 1, number: 1 },
      { kind: "b", number: 2 },
    ],
  );
  answer({ kind: "second", number: 2 });
  answer({ kind: "first", number: 1 });
  assert.equal((await one).kind, "first");
  assert.equal((await other).kind, "second");
});

test("bytes go along and come back", async () => {
  const { connection, sent, answer } = connect();
  const buffer = new ArrayBuffer(3);
  const asked = connection.ask(question("sheet"), [buffer]);
  assert.deepEqual(sent[0]?.buffers, [buffer]);
  const data = new DataView(new ArrayBuffer(2));
  answer({ kind: "file", number: 1 }, [data]);
  assert.equal((await asked).data, data);
});

test("an answer without bytes has no data", async () => {
  const { connection, answer } = connect();
  const asked = connection.ask(question("a"));
  answer({ kind: "b", number: 1 }, []);
  assert.equal("data" in (await asked), false);
});

test("without an answer in time a question is lost, and not a moment sooner", async () => {
  const { connection } = connect();
  let state = "waiting";
  const asked = connection.ask(question("a")).catch((error: unknown) => {
    state = error instanceof Lost ? "lost" : "broken";
  });
  mock.timers.tick(PATIENCE - 1);
  await Promise.resolve();
  assert.equal(state, "waiting");
  mock.timers.tick(1);
  await asked;
  assert.equal(state, "lost");
});

test("a fault whose reason is lost is an answer too", async () => {
  const { connection } = connect();
  const asked = connection.request(question("a"));
  mock.timers.tick(PATIENCE);
  assert.deepEqual(await asked, { kind: "fault", message: "", reason: "lost" });
});

test("an error of the page is no lost connection", async () => {
  const { connection, model } = connect();
  model.send = () => {
    throw new TypeError("broken");
  };
  await assert.rejects(connection.request(question("a")), TypeError);
});

test("an answer that comes too late, twice or to nobody is let go", async () => {
  const { connection, answer } = connect();
  const lost = connection.request(question("a"));
  mock.timers.tick(PATIENCE);
  await lost;
  answer({ kind: "late", number: 1 });
  const asked = connection.ask(question("b"));
  answer({ kind: "told unasked" });
  answer({ kind: "right", number: 2 });
  answer({ kind: "again", number: 2 });
  assert.equal((await asked).kind, "right");
});

test("what is open is asked once more when the connection is back, with new patience", async () => {
  const { connection, sent, answer, revive } = connect();
  const replies: Reply[] = [];
  const answered = connection.ask(question("answered")).then((reply) => replies.push(reply));
  answer({ kind: "done", number: 1 });
  await answered;
  const open = connection.ask(question("open"));
  mock.timers.tick(PATIENCE - 1);
  revive();
  assert.deepEqual(
    sent.map(({ content }) => [content.kind, content.number]),
    [
      ["answered", 1],
      ["open", 2],
      ["open", 2],
    ],
  );
  mock.timers.tick(PATIENCE - 1);
  answer({ kind: "found", number: 2 });
  assert.equal((await open).kind, "found");
});

test("what was given up is not asked again", async () => {
  const { connection, sent, revive } = connect();
  const lost = connection.request(question("a"));
  mock.timers.tick(PATIENCE);
  await lost;
  revive();
  assert.equal(sent.length, 1);
});

test("somebody can wait for the connection to come back", async () => {
  const { connection, revive } = connect();
  const back = connection.revived();
  revive();
  await back;
});
