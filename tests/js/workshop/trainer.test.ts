// A trainer comes in with a secret, leads rounds, and sees what others do meanwhile.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { screenOf } from "../../../widgets/partnerschap/ui/web/exercises/workshop/state";
import { keepSecret } from "../../../widgets/partnerschap/ui/web/lib/trainer-link";
import { openBrowser, settle } from "../browser";
import { entered, fault, inRound, leading, OTHER, roundOf, TOKEN, viewed } from "./rounds";

const OPENING = { instrument: "kort", sector: "school", roles: ["parent" as const] };

beforeEach(() => void openBrowser());

test("without a secret a trainer begins at the start, and nothing is asked", () => {
  const { trainer, asked } = leading();
  void trainer.begin(undefined);
  assert.equal(screenOf(trainer.getSnapshot()), "start");
  assert.equal(asked.length, 0);
});

test("with the secret of this tab the round that was open comes back", async () => {
  keepSecret({ token: TOKEN, session: 7 });
  const { trainer, answer, question } = leading();
  void trainer.begin(undefined);
  assert.equal(screenOf(trainer.getSnapshot()), "waiting");
  assert.deepEqual(question(), { kind: "enter", token: TOKEN, session: 7 });
  await answer(entered());
  assert.equal(screenOf(trainer.getSnapshot()), "lobby");
});

test("a reload at the start stays there, and the way back into the session is open", async () => {
  keepSecret({ token: TOKEN, session: 7 });
  const { trainer, asked, answer } = leading();
  void trainer.begin({ screen: "start" });
  assert.equal(screenOf(trainer.getSnapshot()), "start");
  assert.equal(asked.length, 0);
  void trainer.resume();
  await answer(entered());
  assert.equal(screenOf(trainer.getSnapshot()), "lobby");
});

test("a reload opens the round of the place, not the one that the tab opened last", () => {
  keepSecret({ token: TOKEN, session: 8 });
  const { trainer, question } = leading();
  void trainer.begin({ screen: "round", round: 7 });
  assert.equal(question()?.session, 7);
});

test("a round that is gone gives way to the last one", async () => {
  keepSecret({ token: TOKEN, session: 7 });
  const { trainer, answer, question } = leading();
  void trainer.begin(undefined);
  await answer(fault("unknown_trainer"));
  assert.equal(question()?.session, null);
  await answer(entered({ id: 8 }));
  assert.equal(trainer.getSnapshot().round?.view.id, 8);
});

test("a wrong secret is forgotten, and said", async () => {
  keepSecret({ token: TOKEN });
  const { trainer, answer } = leading();
  void trainer.begin(undefined);
  await answer(fault("unknown_trainer", "geen toegang"));
  assert.equal(screenOf(trainer.getSnapshot()), "start");
  assert.equal(trainer.getSnapshot().problem, "geen toegang");
  assert.equal(trainer.token, null);
  assert.equal(window.sessionStorage.length, 0);
});

test("without an answer there is a way to try again", async () => {
  keepSecret({ token: TOKEN });
  const { trainer, answer } = leading();
  void trainer.begin(undefined);
  await answer(fault("lost", ""));
  assert.equal(screenOf(trainer.getSnapshot()), "stuck");
  assert.equal(trainer.getSnapshot().problem, "workshop.lost");
  void trainer.refresh("asked");
  await answer(entered());
  assert.equal(screenOf(trainer.getSnapshot()), "lobby");
  assert.equal(trainer.getSnapshot().problem, "");
});

test("the link of a new session is shown until it is kept", async () => {
  const { trainer, answer, question } = leading();
  const opening = trainer.open(TOKEN, OPENING);
  assert.deepEqual(question(), { kind: "open", token: TOKEN, opening: OPENING });
  await answer(entered());
  assert.equal(await opening, "");
  assert.equal(screenOf(trainer.getSnapshot()), "link");
  assert.deepEqual(trainer.kept, { token: TOKEN, fresh: true, session: 7 });
  trainer.linkIsKept();
  assert.equal(screenOf(trainer.getSnapshot()), "lobby");
  assert.equal(trainer.kept?.fresh, false);
});

test("a session that is refused stays in the form, with why", async () => {
  const { trainer, answer } = leading();
  const opening = trainer.open(TOKEN, OPENING);
  await answer(fault("invalid", "past niet"));
  assert.equal(await opening, "past niet");
  assert.equal(trainer.token, null);
});

test("what the kernel tells of this round is shown, of another round it is not", async () => {
  const { trainer } = await inRound();
  trainer.hear({ kind: "view", view: roundOf({ state: "closed" }) });
  assert.equal(screenOf(trainer.getSnapshot()), "first");
  trainer.hear({ kind: "view", view: roundOf({ id: 8, state: "archived" }) });
  assert.equal(screenOf(trainer.getSnapshot()), "first");
});

test("what somebody else does takes nobody from the start or from the link", async () => {
  const { trainer } = await inRound();
  for (const go of [() => trainer.goBackTo({ screen: "start" }), () => trainer.showLink()]) {
    void go();
    const before = screenOf(trainer.getSnapshot());
    trainer.hear({ kind: "view", view: roundOf({ state: "closed" }) });
    assert.equal(screenOf(trainer.getSnapshot()), before);
    assert.equal(trainer.getSnapshot().round?.view.state, "closed");
  }
});

for (const reason of ["conflict", "too_late"])
  test(`after ${reason} the round is shown as it is now, and the screen tells it`, async () => {
    const { trainer, answer, question } = await inRound();
    const asking = trainer.ask(7, { kind: "close" });
    await answer(fault(reason));
    assert.deepEqual(question(), { kind: "enter", token: TOKEN, session: 7 });
    await answer(entered({ state: "closed" }));
    assert.deepEqual(await asking, fault(reason));
    assert.equal(screenOf(trainer.getSnapshot()), "first");
    assert.equal(trainer.getSnapshot().problem, "");
  });

test("another fault is told above the screen, until the next answer", async () => {
  const { trainer, answer } = await inRound();
  void trainer.ask(7, { kind: "close" });
  await answer(fault("storage_busy", "druk"));
  assert.equal(trainer.getSnapshot().problem, "druk");
  void trainer.ask(7, { kind: "close" });
  await answer(viewed({ state: "closed" }));
  assert.equal(trainer.getSnapshot().problem, "");
});

test("the answer about a round that was left is not shown over the next one", async () => {
  const { trainer, asked, answer } = await inRound();
  void trainer.ask(7, { kind: "close" });
  const closing = asked.at(-1);
  void trainer.enter(8, "asked");
  await answer(entered({ id: 8 }));
  await closing?.answer(viewed({ state: "closed" }));
  assert.equal(trainer.getSnapshot().round?.view.id, 8);
});

test("nothing is asked for who has left, and no answer brings the session back", async () => {
  const { trainer, asked, answer } = await inRound();
  void trainer.enter(7, "asked");
  trainer.leave();
  await answer(entered());
  assert.equal(screenOf(trainer.getSnapshot()), "start");
  const before = asked.length;
  assert.equal((await trainer.ask(7, { kind: "close" })).kind, "fault");
  assert.equal(asked.length, before);
});

test("after deleting everything it is gone, also when it was gone already", async () => {
  for (const reply of [{ kind: "deleted" as const }, fault("unknown_trainer")]) {
    const { trainer, answer } = await inRound();
    void trainer.deleteTeam();
    await answer(reply);
    assert.equal(screenOf(trainer.getSnapshot()), "gone");
    assert.equal(trainer.token, null);
  }
});

test("a next round that was opened already is entered", async () => {
  const { trainer, answer, question } = await inRound({ state: "archived" });
  void trainer.openNextRound();
  await answer(fault("not_now"));
  assert.deepEqual(question(), { kind: "enter", token: TOKEN, session: null });
  await answer(entered({ id: 8, round: 2 }));
  assert.equal(screenOf(trainer.getSnapshot()), "lobby");
  assert.equal(trainer.kept?.session, 8);
});

test("back shows the step before to everybody, and back to the same step asks nothing", async () => {
  const { trainer, asked, answer, question } = await inRound({ state: "planned", step: "end" });
  const before = asked.length;
  void trainer.goBackTo({ screen: "round", round: 7, step: "end" });
  assert.equal(asked.length, before);
  void trainer.goBackTo({ screen: "round", round: 7, step: "glance" });
  assert.deepEqual(question(), { kind: "go", step: "glance", token: TOKEN, session: 7 });
  await answer(viewed({ state: "discussion", step: "glance" }));
  assert.equal(trainer.getSnapshot().origin, "back");
});

test("back from the link puts it away, and forward shows it again", async () => {
  const { trainer } = await inRound();
  trainer.showLink();
  void trainer.goBackTo({ screen: "round", round: 7 });
  assert.equal(screenOf(trainer.getSnapshot()), "lobby");
  assert.equal(trainer.kept?.fresh, false);
  void trainer.goBackTo({ screen: "link", round: 7 });
  assert.equal(screenOf(trainer.getSnapshot()), "link");
});

test("back to a step of a round that has ended, or that was left, changes nothing there", async () => {
  const { trainer, asked } = await inRound({ state: "archived", step: "end" });
  const before = asked.length;
  void trainer.goBackTo({ screen: "round", round: 7, step: "glance" });
  assert.equal(screenOf(trainer.getSnapshot()), "done");
  trainer.leave();
  void trainer.goBackTo({ screen: "round", round: 7, step: "glance" });
  assert.equal(screenOf(trainer.getSnapshot()), "start");
  assert.equal(asked.length, before);
});

test("a step that the kernel tells of before it answers is the one that was asked for", async () => {
  const { trainer, answer } = await inRound({ state: "discussion", step: "strengths" });
  void trainer.go("glance");
  trainer.hear({ kind: "view", view: roundOf({ state: "discussion", step: "glance" }) });
  assert.equal(trainer.getSnapshot().origin, "asked");
  await answer(viewed({ state: "discussion", step: "glance" }));
  trainer.hear({ kind: "view", view: roundOf({ state: "planned", step: "end" }) });
  assert.equal(trainer.getSnapshot().origin, "pushed");
});

test("another link in the address opens another team", async () => {
  const { trainer, answer, question } = await inRound();
  void trainer.hearLink(OTHER);
  await settle();
  assert.equal(screenOf(trainer.getSnapshot()), "waiting");
  assert.deepEqual(question(), { kind: "enter", token: OTHER, session: null });
  await answer(entered({ id: 9 }));
  assert.equal(trainer.getSnapshot().round?.view.id, 9);
});
