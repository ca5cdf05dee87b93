// A step that is filled in while the server, and somebody else, have it too.

import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Reply } from "../../widgets/partnerschap/ui/web/lib/connection";
import { type PlanChange, RoundPlan } from "../../widgets/partnerschap/ui/web/plan/editable-plan";
import { NO_FIELDS, type PlanStep } from "../../widgets/partnerschap/ui/web/plan/step";
import { PAUSE, StepEditor } from "../../widgets/partnerschap/ui/web/plan/step-editor";
import { settle } from "./browser";
import { WORDS } from "./sample-team";

/** A server with one step, at its first version; a test can let it lose what it answers. */
function openServer() {
  let steps: PlanStep[] = [
    { ...NO_FIELDS, id: 1, item: null, action: null, text: "Koffie", version: 1 },
  ];
  /** What the page was told last. */
  let shown: readonly PlanStep[] = steps;
  const asked: PlanChange[] = [];
  const told: string[] = [];
  const keys = new Map<string, number>();
  const server = {
    isLost: false,
    asked,
    told,
    get step() {
      return steps[0] as PlanStep;
    },
    /** Somebody else saves; this page is not told. */
    change(changes: Partial<PlanStep>) {
      steps = steps.map((one) => ({ ...one, ...changes, version: (one.version ?? 0) + 1 }));
    },
    empty() {
      steps = [];
    },
    show() {
      shown = steps;
    },
    steps: () => steps,
  };
  const carryOut = (change: PlanChange): Reply => {
    if (change.kind === "action_add") {
      const { key, action } = change;
      if (!keys.has(key)) {
        const id = steps.length + 1;
        keys.set(key, id);
        steps = [...steps, { ...NO_FIELDS, item: null, action: null, ...action, id, version: 1 }];
      }
      return { kind: "plan" };
    }
    const stands = steps.find(({ id }) => id === change.id);
    if (stands?.version !== change.version)
      return { kind: "fault", reason: "conflict", message: "!" };
    const { action } = change;
    steps = action
      ? steps.map((one) => ({ ...one, ...(action as object), version: change.version + 1 }))
      : steps.filter(({ id }) => id !== change.id);
    return { kind: "plan" };
  };
  const plan = new RoundPlan({
    async ask(change) {
      asked.push(change);
      await null;
      const reply = carryOut(change);
      if (server.isLost) return { kind: "fault", reason: "lost", message: "lost" };
      server.show();
      return reply;
    },
    steps: () => shown,
  });
  const editor = new StepEditor(server.step, {
    plan,
    words: WORDS,
    tell: (message) => told.push(message),
  });
  return { server, plan, editor };
}

const noteOf = (editor: StepEditor) => editor.getSnapshot().note;

test("what is typed is saved after a pause, once", async (t: TestContext) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { server, editor } = openServer();
  editor.type({ owner: "A" });
  editor.type({ owner: "AB" });
  await settle();
  assert.equal(server.asked.length, 0);
  t.mock.timers.tick(PAUSE);
  await settle();
  assert.deepEqual([server.asked.length, server.step.owner], [1, "AB"]);
  assert.equal(noteOf(editor), "plan.saved");
});

test("a next change waits for the version of the one before", async () => {
  const { server, editor } = openServer();
  editor.set({ owner: "AB" });
  await null; // the first one is under way
  assert.equal(server.asked.length, 1);
  editor.set({ months: [9] });
  await settle();
  assert.deepEqual([server.step.owner, server.step.months, server.step.version], ["AB", [9], 3]);
});

test("what has not changed is not sent; of what cannot be saved all else is", async () => {
  const { server, plan, editor } = openServer();
  editor.set({ text: "Koffie " });
  await settle();
  assert.equal(noteOf(editor), "plan.saved");
  editor.set({ owner: "a@b" });
  await settle();
  assert.deepEqual([noteOf(editor), editor.getSnapshot().isProblem], ["plan.partly", true]);
  assert.equal(server.asked.length, 0);
  editor.set({ celebration: "Taart" });
  await settle();
  assert.deepEqual([server.step.owner, server.step.celebration], ["", "Taart"]);
  assert.equal(editor.getSnapshot().draft.owner, "a@b");
  // Who goes away and comes back finds it as it was typed.
  editor.close();
  const again = new StepEditor(server.step, { plan, words: WORDS, tell: () => {} });
  assert.equal(again.getSnapshot().draft.owner, "a@b");
  again.set({ owner: "AB" });
  await settle();
  assert.equal(server.step.owner, "AB");
  assert.equal(plan.unsaved.size, 0);
});

test("what somebody else saved is not written over before somebody has chosen", async () => {
  const { server, editor } = openServer();
  server.change({ owner: "CD" });
  editor.set({ owner: "AB" });
  await settle();
  const { isConflict, stored, draft } = editor.getSnapshot();
  assert.deepEqual([isConflict, stored.owner, draft.owner], [true, "CD", "AB"]);
  editor.set({ evidence: "Vragen" });
  await settle();
  assert.equal(server.step.owner, "CD");
  await editor.saveMine();
  assert.deepEqual([server.step.owner, server.step.evidence], ["AB", "Vragen"]);
  assert.equal(editor.getSnapshot().isConflict, false);
});

test("what somebody else saved can be taken over", async () => {
  const { server, editor } = openServer();
  server.change({ owner: "CD" });
  editor.set({ owner: "AB" });
  await settle();
  editor.takeTheirs();
  const { isConflict, draft, note } = editor.getSnapshot();
  assert.deepEqual([isConflict, draft.owner, note], [false, "CD", "plan.saved"]);
  assert.equal(server.asked.length, 1);
});

test("two fields that two people fill in are both kept when the first is heard of in time", async () => {
  const { server, editor } = openServer();
  server.change({ owner: "CD" });
  server.show();
  editor.adopt(server.step);
  editor.set({ evidence: "Vragen" });
  await settle();
  assert.deepEqual([server.step.owner, server.step.evidence], ["CD", "Vragen"]);
});

test("a change of which the answer got lost is no conflict with itself", async () => {
  const { server, editor } = openServer();
  server.isLost = true;
  editor.set({ owner: "AB" });
  await settle();
  assert.deepEqual([noteOf(editor), editor.getSnapshot().isProblem], ["lost", true]);
  server.isLost = false;
  editor.retry();
  await settle();
  const { isConflict, note } = editor.getSnapshot();
  assert.deepEqual([isConflict, note, server.step.version], [false, "plan.saved", 2]);
});

test("there is nothing to try again when all is saved", async () => {
  const { server, editor } = openServer();
  editor.set({ owner: "AB" });
  await settle();
  editor.retry();
  await settle();
  assert.equal(server.asked.length, 1);
});

test("what is typed is saved when the screen goes, and what is wrong is told on the next", async () => {
  const { server, editor } = openServer();
  editor.hold({ owner: "AB" });
  editor.close();
  await settle();
  assert.equal(server.step.owner, "AB");
  server.change({ owner: "CD" });
  editor.hold({ owner: "EF" });
  editor.close();
  await settle();
  assert.deepEqual([server.step.owner, server.told], ["CD", ["!"]]);
});

test("a step that is gone is not saved when its screen goes", async () => {
  const { server, editor } = openServer();
  editor.hold({ owner: "AB" });
  server.empty();
  server.show();
  editor.close();
  await settle();
  assert.equal(server.asked.length, 0);
});

test("a step is taken out at the version that the change before it gave", async () => {
  const { server, editor } = openServer();
  editor.set({ owner: "AB" });
  assert.equal(await editor.remove(), true);
  assert.deepEqual(server.steps(), []);
});

test("a step that somebody else changed is not taken out", async () => {
  const { server, editor } = openServer();
  server.change({ owner: "CD" });
  assert.equal(await editor.remove(), false);
  assert.deepEqual([server.step.owner, noteOf(editor)], ["CD", "!"]);
});

test("a step is added once, however often it is asked, and another one beside it", async () => {
  const { server, plan } = openServer();
  server.isLost = true;
  assert.deepEqual((await plan.add("thee", { text: "Thee" })).isOk, false);
  server.isLost = false;
  assert.deepEqual((await plan.add("thee", { text: "Thee" })).isOk, true);
  assert.deepEqual((await plan.add("thee", { text: "Thee" })).isOk, true);
  assert.deepEqual(
    plan.steps().map(({ text }) => text),
    ["Koffie", "Thee", "Thee"],
  );
});
