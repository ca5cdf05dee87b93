// What came too late counts once, and is told once to who looks.

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import {
  LateAnswers,
  settle,
} from "../../../widgets/partnerschap/ui/web/exercises/meedoen/late-answers";
import { Outbox } from "../../../widgets/partnerschap/ui/web/exercises/meedoen/outbox";
import {
  type AnswerSet,
  bySet,
  NO_ANSWERS,
  type OwnAnswers,
  storedAnswers,
} from "../../../widgets/partnerschap/ui/web/exercises/meedoen/session";
import { openBrowser } from "../browser";

let browser = openBrowser();
beforeEach(() => {
  browser = openBrowser();
});

const own = (stored: Partial<OwnAnswers> = {}): OwnAnswers => ({
  role: "parent",
  finished: false,
  answers: {},
  ...bySet(() => ({})),
  ...stored,
});

/** One person with answers that wait, each with the value 1. */
function waiting(...places: [AnswerSet, string][]) {
  const outbox = new Outbox("ABCDEF");
  outbox.createToken();
  for (const [set, item] of places) outbox.put(set, item, 1);
  const tell = mock.fn();
  const late = new LateAnswers(outbox, tell);
  const told = () => tell.mock.calls.map(({ arguments: [counts] }) => counts);
  return { outbox, late, told };
}

test("of a round that closed all waits in vain, now and half a year ago", () => {
  const { outbox, late, told } = waiting(["now", "a"], ["then", "a"], ["now", "b"]);
  late.applyView({ takes: [], own: own() });
  late.tellNew();
  assert.deepEqual(told(), [[{ kind: "answers", n: 3 }]]);
  assert.equal(outbox.unsent(), 0);
});

test("an answer that was stored while its reply got lost is not too late", () => {
  const { late, told } = waiting(["now", "a"], ["now", "b"]);
  late.applyView({ takes: [], own: own({ answers: { a: 1, b: 2 } }) });
  late.tellNew();
  assert.deepEqual(told(), [[{ kind: "answers", n: 1 }]]);
});

test("an answer that is not stored and was taken away is not too late", () => {
  const { outbox, late, told } = waiting();
  outbox.put("now", "a", null);
  late.applyView({ takes: [], own: own() });
  late.tellNew();
  assert.deepEqual(told(), []);
});

test("what is taken still waits", () => {
  const { outbox, late, told } = waiting(["now", "a"]);
  late.applyView({ takes: ["now", "then"], own: own() });
  late.tellNew();
  assert.deepEqual(told(), []);
  assert.equal(outbox.unsent(), 1);
});

test("it is told once, and once more only of what came since", () => {
  const { outbox, late, told } = waiting(["now", "a"]);
  late.applyView({ takes: [], own: own() });
  late.tellNew();
  late.tellNew();
  assert.equal(told().length, 1);
  outbox.put("now", "b", 1);
  late.applyView({ takes: [], own: own() });
  late.tellNew();
  assert.deepEqual(told()[1], [{ kind: "answers", n: 2 }]);
});

test("a reload does not tell it again", () => {
  const first = waiting(["now", "a"]);
  first.late.applyView({ takes: [], own: own() });
  first.late.tellNew();
  const second = waiting();
  second.late.tellNew();
  assert.deepEqual(second.told(), []);
});

test("who does not look is told when looking again", () => {
  const { late, told } = waiting(["now", "a"]);
  browser.hide(true);
  late.applyView({ takes: [], own: own() });
  late.tellNew();
  assert.deepEqual(told(), []);
  browser.hide(false);
  late.look();
  assert.equal(told().length, 1);
});

test("a vote that opens again forgets what was too late of it, and can be too late again", () => {
  const { outbox, late, told } = waiting(["votes", "a"]);
  late.applyView({ takes: [], own: own() });
  late.tellNew();
  late.applyView({ takes: ["votes"], own: own() });
  assert.deepEqual(outbox.memory.late.votes, []);
  outbox.put("votes", "b", 2);
  late.applyView({ takes: [], own: own() });
  late.tellNew();
  const once = [{ kind: "votes", n: 1 }];
  assert.deepEqual(told(), [once, once]);
});

test("a vote of another tab is not judged here, a round is", () => {
  const memory = {
    waiting: bySet((set) => ({ [set]: { value: 1, stamp: "other.1" } })),
    late: bySet((): string[] => []),
  };
  const found = settle(memory, [], NO_ANSWERS, (stamp) => stamp.startsWith("mine."));
  assert.deepEqual(found, [
    ["now", "now"],
    ["then", "then"],
  ]);
  assert.deepEqual(Object.keys(memory.waiting.votes), ["votes"]);
});

test("at the end all that waits is judged by what was taken, and nothing is written", () => {
  const { outbox, late } = waiting(["now", "a"], ["now", "b"], ["votes", "a"]);
  const counts = late.atTheEnd(own({ answers: { a: 1 } }));
  assert.deepEqual(counts, [
    { kind: "answers", n: 1 },
    { kind: "votes", n: 1 },
  ]);
  assert.equal(outbox.unsent(), 3);
});

test("of somebody whom the server does not know it has nothing", () => {
  assert.deepEqual(storedAnswers(), NO_ANSWERS);
});
