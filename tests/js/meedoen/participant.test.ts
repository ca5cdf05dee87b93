// How somebody comes in, comes back and leaves, without a screen.

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { Participant } from "../../../widgets/partnerschap/ui/web/exercises/meedoen/participant";
import { isStep, placeOf } from "../../../widgets/partnerschap/ui/web/exercises/meedoen/places";
import {
  bySet,
  type SessionView,
} from "../../../widgets/partnerschap/ui/web/exercises/meedoen/session";
import {
  type ParticipantState,
  savingText,
  screenOf,
} from "../../../widgets/partnerschap/ui/web/exercises/meedoen/state";
import type {
  Connection,
  Question,
  Reply,
} from "../../../widgets/partnerschap/ui/web/lib/connection";
import { createWords } from "../../../widgets/partnerschap/ui/web/lib/words";
import { openBrowser, settle } from "../browser";

const CODE = "ABCDEF";
const ITEM = { id: "a", area: "area", respondents: ["parent"], statement: "Wij doen iets." };
const SPECIFICATION = { items: [ITEM] };
const FAULT: Reply = { kind: "fault", message: "dat ging mis" };

beforeEach(() => openBrowser());

const viewOf = (changes: Partial<SessionView> = {}): SessionView => ({
  code: CODE,
  state: "open",
  step: "",
  instrument: "kort",
  round: 1,
  roles: ["parent"],
  sector: "school",
  together: false,
  min_group: 5,
  retention_days: 30,
  demo: false,
  takes: ["now", "then"],
  own: { role: "parent", finished: false, answers: {}, ...bySet(() => ({})) },
  shown: null,
  ...changes,
});

/** A participant of whom the server answers each kind of question in its own way. */
function participating(view = viewOf()) {
  const answers: Record<string, Reply> = {
    look_up: { kind: "found", session: view },
    join: { kind: "view", view, specification: SPECIFICATION },
    enter: { kind: "view", view, specification: SPECIFICATION },
    save: { kind: "saved" },
  };
  const ask = mock.fn((question: Question) => {
    const answer = answers[question.kind];
    return answer ? Promise.resolve(answer) : new Promise<Reply>(() => {});
  });
  const participant = new Participant(
    { ask: ask as unknown as Connection["ask"] },
    createWords({}),
  );
  const asked = () => ask.mock.calls.map((call) => call.arguments[0]);
  const screen = () => screenOf(participant.getSnapshot());
  return { participant, answers, asked, screen };
}

async function joined(view?: SessionView) {
  const session = participating(view);
  await session.participant.find(CODE, "load");
  await session.participant.join("parent");
  await settle();
  return session;
}

const stageOf = ({ stage }: ParticipantState) => stage;

test("a code leads to the choice of a role, and that to the form", async () => {
  const { participant, asked, screen } = participating();
  const finding = participant.find(CODE, "asked");
  assert.deepEqual(stageOf(participant.getSnapshot()), {
    kind: "code",
    code: "",
    busy: "meedoen.code_looking",
    problem: "",
  });
  await finding;
  assert.equal(screen(), "role");
  await participant.join("parent");
  assert.equal(screen(), "form");
  assert.equal(participant.getSnapshot().origin, "asked");
  assert.deepEqual(
    asked().map(({ kind }) => kind),
    ["look_up", "join"],
  );
});

test("who joined before enters at once", async () => {
  await joined();
  const { participant, asked, screen } = participating();
  const entering = participant.find(CODE, "load");
  assert.equal(screen(), "waiting");
  await entering;
  assert.equal(screen(), "form");
  assert.deepEqual(
    asked().map(({ kind }) => kind),
    ["enter"],
  );
});

test("a code that is not known is told on the screen for a code", async () => {
  const { participant, answers } = participating();
  answers.look_up = { ...FAULT, reason: "unknown_code" };
  await participant.find(CODE, "load");
  const { stage } = participant.getSnapshot();
  assert.ok(stage.kind === "code");
  assert.deepEqual([stage.busy, stage.problem], ["", "dat ging mis"]);
});

test("who has left is not brought back by an answer that comes later", async () => {
  const { participant, screen } = participating();
  const finding = participant.find(CODE, "load");
  participant.leave();
  await finding;
  assert.equal(screen(), "code");
});

test("an answer is shown at once and counts as not sent until it is acknowledged", async () => {
  const { participant } = await joined();
  participant.setAnswer("now", "a", 4);
  assert.deepEqual(participant.getSnapshot().answers.now, { a: 4 });
  assert.equal(participant.getSnapshot().unsent, 1);
  await settle();
  assert.equal(participant.getSnapshot().unsent, 0);
  assert.deepEqual(participant.getSnapshot().saving, { kind: "saved" });
});

test("an answer that waits is laid over what the server has", async () => {
  const { participant, answers } = await joined();
  delete answers.save;
  participant.setAnswer("now", "a", 4);
  participant.hearKernel({ kind: "view", view: viewOf() });
  assert.deepEqual(participant.getSnapshot().answers.now, { a: 4 });
});

test("a round that closed by itself brings its screen, and what came too late", async () => {
  const { participant, answers, screen } = await joined();
  delete answers.save;
  participant.setAnswer("now", "a", 4);
  participant.hearKernel({ kind: "view", view: viewOf({ state: "closed", takes: [] }) });
  const state = participant.getSnapshot();
  assert.equal(screen(), "closed");
  assert.equal(state.origin, "pushed");
  assert.equal(state.notice, "meedoen.lost_one");
  assert.equal(state.unsent, 0);
  assert.deepEqual(state.answers.now, {});
});

test("what changes on the screen that is open does not count as another screen", async () => {
  const { participant } = await joined();
  participant.hearKernel({ kind: "view", view: viewOf() });
  assert.equal(participant.getSnapshot().origin, "asked");
});

test("a session that ended leaves nothing in this browser", async () => {
  const { participant, screen } = await joined();
  participant.hearKernel({ ...FAULT, reason: "ended" });
  assert.equal(screen(), "over");
  assert.equal(window.localStorage.getItem(`partnerschap:meedoen:${CODE}`), null);
});

test("a fault that passes is told at the foot, another one above the screen", async () => {
  const { participant, screen } = await joined();
  participant.hearKernel({ ...FAULT, reason: "storage_busy" });
  assert.deepEqual(participant.getSnapshot().saving, { kind: "fault", message: "dat ging mis" });
  participant.hearKernel({ ...FAULT, reason: "invalid" });
  assert.equal(participant.getSnapshot().notice, "dat ging mis");
  assert.equal(screen(), "form");
});

test("somebody else who fills in here begins with the choice of a role", async () => {
  const { participant, screen } = await joined();
  const before = window.localStorage.getItem(`partnerschap:meedoen:${CODE}`);
  await participant.handOver();
  assert.equal(screen(), "role");
  await participant.join("parent");
  const after = window.localStorage.getItem(`partnerschap:meedoen:${CODE}`);
  assert.ok(before && after && before !== after);
});

test("a browser that keeps nothing can come back to the session as the same person", async () => {
  Object.defineProperty(window, "localStorage", {
    get() {
      throw new Error("no");
    },
  });
  const { participant, asked } = await joined();
  participant.leave();
  await participant.find(CODE, "asked");
  const [, join, enter] = asked() as { kind: string; token?: string }[];
  assert.equal(enter?.kind, "enter");
  assert.ok(enter?.token);
  assert.equal(enter?.token, join?.token);
});

test("nothing is told at the foot on a screen where nothing is filled in", async () => {
  const own = { ...viewOf().own, answers: { a: 3 } };
  const text = (state: ParticipantState) => savingText(state, (id) => id, true);
  const { participant } = await joined(viewOf({ own }));
  assert.equal(text(participant.getSnapshot()), "meedoen.saved");
  participant.hearKernel({ kind: "view", view: viewOf({ own: { ...own, finished: true } }) });
  assert.equal(text(participant.getSnapshot()), "");
  participant.hearKernel({ ...FAULT, reason: "storage_busy" });
  assert.equal(text(participant.getSnapshot()), "dat ging mis");
});

test("each area of a form is a place of its own, any other screen of a session is one", async () => {
  const { participant, answers } = await joined();
  const place = () => placeOf(participant.getSnapshot());
  const first = place();
  participant.openForm(2, false);
  const second = place();
  assert.deepEqual(second, { screen: "session", code: CODE, area: 2, isLookingBack: false });
  assert.ok(first && second && isStep(first, second));
  const view = viewOf({ state: "closed", takes: [] });
  participant.hearKernel({ kind: "view", view });
  const closed = place();
  assert.deepEqual(closed, { screen: "session", code: CODE });
  assert.ok(!isStep(second, closed));
  participant.leave();
  const code = place();
  assert.ok(code && isStep(closed, code));
  answers.look_up = { ...FAULT, reason: "unknown_code" };
  void participant.find("ZZZZZZ", "asked");
  assert.equal(place(), null);
});

test("looking back is a step from being ready, and to be ready again is none", async () => {
  const ready = viewOf({ round: 2, own: { ...viewOf().own, finished: true } });
  const { participant, screen } = await joined(ready);
  const place = () => placeOf(participant.getSnapshot());
  const before = place();
  participant.openForm(0, true);
  assert.equal(screen(), "look-back");
  const inside = place();
  assert.ok(before && inside && isStep(before, inside) && !isStep(inside, before));
});
