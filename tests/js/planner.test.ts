// Whose plan is open, and where in it the reader is.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Planner } from "../../widgets/partnerschap/ui/web/exercises/actieplan/planner";
import type { Question, Reply } from "../../widgets/partnerschap/ui/web/lib/connection";
import type { FormItem } from "../../widgets/partnerschap/ui/web/protocol";
import { openBrowser, settle } from "./browser";
import { CONTENT, FIGURES, WORDS } from "./sample-team";

const TOKEN = "t".repeat(43);
const OTHER = "u".repeat(43);
const TEAM = {
  id: 7,
  label: "",
  sector: "school",
  demo: false,
  rounds: [],
  round: 1,
  figures: FIGURES,
  weakest: [],
  actions: [],
};

beforeEach(() => {
  openBrowser();
});

/** A planner whose kernel answers each question in its own way; keeps what it was asked. */
function planning(answer: (question: Question) => Reply | Promise<Reply>) {
  const asked: Question[] = [];
  const connection = {
    // The kernel is a function here: its answer is of the type that was asked for.
    // biome-ignore lint/suspicious/noExplicitAny: see above
    async request(question: Question): Promise<any> {
      asked.push(question);
      return answer(question);
    },
  };
  return { planner: new Planner(connection, WORDS, CONTENT), asked };
}

const opened = (): Reply => ({ kind: "plan", plan: TEAM });
const refused = (): Reply => ({ kind: "fault", reason: "unknown_trainer", message: "no" });
const placeOf = (planner: Planner) => Object.values(planner.getSnapshot().place);

test("without a link the plan of this browser opens, where it was", async () => {
  const first = planning(opened);
  first.planner.begin(undefined);
  assert.deepEqual(placeOf(first.planner), ["start", "own", null]);
  first.planner.go("agree");
  const again = planning(opened);
  again.planner.begin(undefined);
  assert.deepEqual(placeOf(again.planner), ["agree", "own", null]);
  assert.deepEqual(again.asked, []);
});

test("a link opens the plan of its team, and a reload the same screen of the same round", async () => {
  window.location.hash = `#trainer=${TOKEN}`;
  const { planner } = planning(opened);
  planner.begin(undefined);
  assert.equal(planner.getSnapshot().owner.kind, "waiting");
  await settle();
  assert.deepEqual(placeOf(planner), ["start", "team", 7]);
  assert.equal(window.location.hash, "");
  planner.go("overview");
  const again = planning(opened);
  again.planner.begin(planner.getSnapshot().place);
  await settle();
  assert.deepEqual(placeOf(again.planner), ["overview", "team", 7]);
  assert.deepEqual(again.asked, [{ kind: "enter", token: TOKEN, session: 7 }]);
});

test("who went on to a plan of their own finds it after a reload, also in a tab that has a team", async () => {
  window.location.hash = `#trainer=${TOKEN}`;
  const { planner } = planning(opened);
  planner.begin(undefined);
  await settle();
  planner.openOwn();
  const again = planning(opened);
  again.planner.begin(planner.getSnapshot().place);
  assert.deepEqual(placeOf(again.planner), ["start", "own", null]);
});

test("a wrong link leads to a plan of one's own, in the place of that link", async () => {
  window.location.hash = `#trainer=${TOKEN}`;
  const { planner } = planning(refused);
  planner.begin(undefined);
  await settle();
  const { trouble, isCorrected, owner } = planner.getSnapshot();
  assert.deepEqual([trouble, isCorrected, owner.kind], ["no", true, "self"]);
});

test("a round that is not of this team is asked for no more", async () => {
  const { planner, asked } = planning((question) =>
    "session" in question && question.session === 3 ? refused() : opened(),
  );
  await planner.openTeam(TOKEN, { session: 3 });
  assert.equal(asked.length, 2);
  assert.deepEqual(placeOf(planner), ["start", "team", 7]);
});

test("a plan that comes after the reader has left takes nobody away", async () => {
  let answer: (reply: Reply) => void = () => {};
  const { planner } = planning(
    () =>
      new Promise<Reply>((resolve) => {
        answer = resolve;
      }),
  );
  const opening = planner.openTeam(TOKEN);
  planner.openOwn();
  answer(opened());
  await opening;
  assert.deepEqual(placeOf(planner), ["start", "own", null]);
});

test("what the kernel tells of another round is not shown", async () => {
  const { planner } = planning(opened);
  await planner.openTeam(TOKEN);
  const step = { ...CONTENT.items[0], id: 1 };
  planner.hearKernel({ kind: "plan", plan: { ...TEAM, id: 8, actions: [step] } });
  assert.equal(planner.getSnapshot().steps.length, 0);
  planner.hearKernel({ kind: "plan", plan: { ...TEAM, actions: [step] } });
  assert.equal(planner.getSnapshot().steps.length, 1);
});

test("a plan that cannot be opened now can be tried again", async () => {
  let reply: Reply = { kind: "fault", reason: "lost", message: "" };
  const { planner } = planning(() => reply);
  window.location.hash = `#trainer=${TOKEN}`;
  planner.begin(undefined);
  await settle();
  assert.deepEqual(planner.getSnapshot().owner, { kind: "stuck", message: "actieplan.lost" });
  reply = opened();
  planner.reopen();
  await settle();
  assert.equal(planner.getSnapshot().owner.kind, "team");
});

test("a conflict shows what somebody else saved", async () => {
  const { planner, asked } = planning((question) =>
    question.kind === "enter" ? opened() : { kind: "fault", reason: "conflict", message: "!" },
  );
  await planner.openTeam(TOKEN);
  const outcome = await planner.plan.add("x", { text: "Koffie" });
  assert.deepEqual(outcome, { isOk: false, message: "!", isConflict: true });
  assert.deepEqual(
    asked.map(({ kind }) => kind),
    ["enter", "action_add", "enter"],
  );
});

test("who goes on while another round is on its way stays on that screen", async () => {
  const { planner } = planning((question) => ({
    kind: "plan",
    plan: { ...TEAM, id: "session" in question && question.session === 3 ? 3 : 7 },
  }));
  await planner.openTeam(TOKEN);
  const opening = planner.openTeam(TOKEN, { session: 3 });
  planner.go("choose");
  await opening;
  assert.deepEqual(placeOf(planner), ["choose", "team", 3]);
});

test("a round that does not open leaves the one that is open", async () => {
  const { planner } = planning((question) =>
    "session" in question && question.session === 3
      ? { kind: "fault", reason: "lost", message: "" }
      : opened(),
  );
  await planner.openTeam(TOKEN);
  await planner.openTeam(TOKEN, { session: 3 });
  assert.deepEqual(placeOf(planner), ["start", "team", 7]);
  assert.equal(planner.getSnapshot().trouble, "actieplan.lost");
});

test("another link opens another team", async () => {
  const { planner } = planning((question) =>
    "token" in question && question.token === OTHER
      ? { kind: "plan", plan: { ...TEAM, id: 9 } }
      : opened(),
  );
  await planner.openTeam(TOKEN);
  await planner.openTeam(OTHER);
  assert.deepEqual([placeOf(planner)[2], planner.token], [9, OTHER]);
});

test("the answers of a scan leave the page when somebody wants suggestions, once", async () => {
  const [item] = CONTENT.items as [FormItem];
  const memory = {
    instrument: "kort",
    role: "parent",
    sector: "school",
    answers: { [item.id]: 4 },
  };
  window.localStorage.setItem("partnerschap:teamscan", JSON.stringify({ version: 1, memory }));
  const { planner, asked } = planning(() => ({ kind: "scored", figures: FIGURES, weakest: [] }));
  planner.begin(undefined);
  assert.deepEqual(asked, []);
  planner.advise();
  planner.advise();
  assert.equal(planner.getSnapshot().advice.state, "loading");
  await settle();
  const { state, suggestions } = planner.getSnapshot().advice;
  assert.deepEqual(
    [state, suggestions.map(({ text }) => text)],
    ["ready", ["Schrijf aan de ouderraad."]],
  );
  assert.equal(asked.length, 1);
});

test("a plan is wiped with everything in it", async () => {
  const { planner } = planning(opened);
  planner.begin(undefined);
  await planner.plan.add("x", { text: "Koffie" });
  planner.go("agree");
  assert.equal(planner.getSnapshot().steps.length, 1);
  planner.wipe();
  assert.equal(planner.getSnapshot().steps.length, 0);
  assert.deepEqual(placeOf(planner), ["start", "own", null]);
  assert.ok(!JSON.stringify({ ...window.localStorage }).includes("Koffie"));
});
