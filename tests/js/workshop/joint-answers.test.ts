// What a team chooses together goes one after another, and what came too late is told once.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import {
  JointAnswers,
  shownAnswers,
} from "../../../widgets/partnerschap/ui/web/exercises/workshop/joint-answers";
import type { JointAnswer } from "../../../widgets/partnerschap/ui/web/protocol";
import { openBrowser, settle } from "../browser";
import { WORDS } from "../sample-team";
import { entered, fault, inRound, viewed } from "./rounds";

const SAVED = { text: "workshop.saved" };
const SAVING = { text: "workshop.saving" };
const stored = (item: string, value: number, version = 1): JointAnswer => ({
  item,
  value,
  version,
});

beforeEach(() => void openBrowser());

async function choosing(joint: JointAnswer[] = []) {
  const leader = await inRound({ together: true, joint });
  const { trainer } = leader;
  const answers = new JointAnswers({
    trainer,
    roundId: 7,
    words: WORDS,
    lateText: (n, message) => `${n} ${message}`,
  });
  const before = leader.asked.length;
  return {
    ...leader,
    answers,
    /** The choices that were sent, with their versions. */
    sent: () =>
      leader.asked
        .slice(before)
        .map(({ question }) => question as Record<string, unknown>)
        .filter(({ kind }) => kind === "joint")
        .map(({ item, value, version }) => [item, value, version]),
    shown: () =>
      shownAnswers(trainer.getSnapshot().round?.view.joint ?? [], answers.getSnapshot().pending),
    told: () => answers.getSnapshot().told,
  };
}

test("a choice is shown at once, and said to be kept when it is", async () => {
  const { answers, answer, shown, told } = await choosing();
  void answers.choose("a", 4);
  assert.deepEqual(shown(), { a: 4 });
  assert.deepEqual(told(), SAVING);
  await settle();
  await answer(viewed({ together: true, joint: [stored("a", 4)] }));
  assert.deepEqual(shown(), { a: 4 });
  assert.deepEqual(told(), SAVED);
});

test("each choice goes with the version that the one before it made", async () => {
  const { answers, answer, sent, shown, told } = await choosing([stored("a", 1, 3)]);
  void answers.choose("a", 2);
  void answers.choose("a", 5);
  await settle();
  assert.deepEqual(sent(), [["a", 2, 3]]);
  await answer(viewed({ together: true, joint: [stored("a", 2, 4)] }));
  assert.deepEqual(shown(), { a: 5 }); // what is on its way is newer than what is kept
  assert.deepEqual(told(), SAVING);
  assert.deepEqual(sent()[1], ["a", 5, 4]);
  await answer(viewed({ together: true, joint: [stored("a", 5, 5)] }));
  assert.deepEqual(told(), SAVED);
});

test("a choice that is taken away is gone at once", async () => {
  const { answers, answer, sent, shown } = await choosing([stored("a", 1)]);
  const gone = answers.choose("a", null);
  assert.deepEqual(shown(), {});
  await settle();
  assert.deepEqual(sent(), [["a", null, 1]]);
  await answer(viewed({ together: true }));
  assert.equal(await gone, true);
});

test("what somebody else chose meanwhile is shown, with what was wrong", async () => {
  const { answers, answer, shown, told } = await choosing();
  const kept = answers.choose("a", 4);
  await settle();
  await answer(fault("conflict", "net veranderd"));
  await answer(entered({ together: true, joint: [stored("a", 2)] }));
  assert.equal(await kept, false);
  assert.deepEqual(shown(), { a: 2 });
  assert.deepEqual(told(), { text: "net veranderd", isWrong: true });
});

test("refused because the same was kept already, it is kept", async () => {
  const { answers, answer, told } = await choosing();
  const kept = answers.choose("a", 4);
  await settle();
  await answer(fault("conflict"));
  await answer(entered({ together: true, joint: [stored("a", 4)] }));
  assert.equal(await kept, true);
  assert.deepEqual(told(), SAVED);
});

test("what came too late is counted once an item, by its last choice, without what is kept", async () => {
  const { answers, answer, trainer, sent } = await choosing([stored("a", 4)]);
  const choices: [string, number][] = [
    ["a", 2],
    ["b", 3],
    ["a", 5],
    ["c", 1],
  ];
  for (const [item, value] of choices) void answers.choose(item, value);
  const now = entered({ state: "closed", together: true, joint: [stored("a", 4), stored("c", 1)] });
  for (const _ of choices) {
    assert.equal(trainer.getSnapshot().problem, "");
    await settle();
    await answer(fault("too_late", "te laat"));
    await answer(now);
  }
  assert.equal(sent().length, 4);
  assert.equal(trainer.getSnapshot().problem, "2 te laat");
});

test("too late for what is kept all the same, nothing is told", async () => {
  const { answers, answer, trainer } = await choosing();
  void answers.choose("a", 4);
  await settle();
  await answer(fault("too_late", "te laat"));
  await answer(entered({ state: "closed", joint: [stored("a", 4)] }));
  assert.equal(trainer.getSnapshot().problem, "");
});

test("what waits still goes to its own round when another one is open", async () => {
  const { answers, asked, answer, trainer } = await choosing();
  void answers.choose("a", 4);
  void answers.choose("b", 2);
  await settle();
  const first = asked.at(-1);
  void trainer.enter(8, "asked");
  await answer(entered({ id: 8 }));
  await first?.answer(viewed({ joint: [stored("a", 4)] }));
  const { question } = asked.at(-1) ?? {};
  assert.deepEqual(question, {
    kind: "joint",
    item: "b",
    value: 2,
    version: 0,
    token: trainer.token,
    session: 7,
  });
});
