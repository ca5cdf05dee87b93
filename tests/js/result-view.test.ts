// What figures say in words: for a team, for one form, and with content that has changed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { teamResult } from "../../widgets/partnerschap/ui/web/results/context";
import { isUnanimous } from "../../widgets/partnerschap/ui/web/results/figures";
import { createResultView } from "../../widgets/partnerschap/ui/web/results/result-view";
import { CONTENT, FIGURES, WORDS } from "./sample-team";

const team = createResultView(
  WORDS,
  teamResult({ content: CONTENT, figures: FIGURES, sector: "childcare" }),
);
const parent = createResultView(WORDS, {
  content: CONTENT,
  figures: { ...FIGURES, min_group: 1 },
  sector: "school",
  isSingle: true,
  role: "parent",
});

test("the words of the sector are filled in, but not in what a team wrote itself", () => {
  assert.equal(team.statement("inf-1"), "Wij informeren de oudercommissie.");
  assert.equal(team.statement("own-1"), "Wij lezen {council} als accolades.");
  assert.equal(
    team.actionText({ item: "inf-1", action: "inf-1-a" }),
    "Schrijf aan de oudercommissie.",
  );
});

test("a parent reads a parent's wording, a team does not", () => {
  assert.equal(parent.statement("inf-1"), "Ik hoor iets van de ouderraad.");
});

test("a sector that is not known is the first one", () => {
  const view = createResultView(
    WORDS,
    teamResult({ content: CONTENT, figures: FIGURES, sector: "" }),
  );
  assert.equal(view.statement("inf-1"), "Wij informeren de ouderraad.");
});

test("a share is told in words, of one form as a number of points", () => {
  const score = { share: 0.5, items_scored: 2 };
  assert.equal(team.shareOf(score), "result.share_half");
  assert.equal(parent.shareOf(score), "result.own_share 1 2");
});

test("a percentage stands only where a reader asks, of people and points enough", () => {
  const score = { share: 0.5, items_scored: 3, interval: [0.2, 0.8] };
  assert.equal(team.shareFigure(score), "50%");
  assert.equal(team.shareFigure({ ...score, items_scored: 2 }), "result.share_half");
  assert.equal(team.shareFigure({ ...score, interval: null }), "result.share_half");
  assert.equal(parent.shareFigure({ ...score, interval: null }), "result.own_share 2 3");
});

test("a parent has a question to ask, and somebody to ask it; of a team's own point there is none", () => {
  assert.deepEqual(parent.parentQuestion("inf-1"), {
    ask: "Wat doet de ouderraad?",
    tell: "Vraag het de ouderraad.",
  });
  assert.equal(parent.parentQuestion("own-1"), null);
});

test("only somebody's own result is a parent's, not what a parent reads of a team", () => {
  const reading = createResultView(
    WORDS,
    teamResult({ content: CONTENT, figures: FIGURES, sector: "school", role: "parent" }),
  );
  assert.deepEqual([parent.isParent, reading.isParent, team.isParent], [true, false, false]);
  assert.equal(reading.statement("inf-1"), "Ik hoor iets van de ouderraad.");
  assert.deepEqual(
    reading.shown.map(({ id }) => id),
    ["inf-1", "own-1"],
  );
});

test("an area without a share says why, a round of before only that there is none", () => {
  const none = { share: null, items_scored: 0 };
  assert.equal(team.shareOf({ ...none, status: "unknown" }), "result.area_unknown");
  assert.equal(parent.shareOf({ ...none, status: "unknown" }), "result.area_unknown_own");
  assert.equal(team.shareOf({ ...none, status: null }), "result.area_none");
  assert.equal(team.shareOf(none), "result.area_none");
});

test("a step whose action the content has no more is left out, also of the year", () => {
  const known = { item: "inf-1", action: "inf-1-a" };
  const gone = { item: "inf-1", action: "inf-1-z" };
  const step = {
    situation: "start" as const,
    need: 1,
    importance: 2,
    effort: 3,
    impact: 3,
    priority: 0.5,
    why: "",
  };
  const { figures } = createResultView(
    WORDS,
    teamResult({
      content: CONTENT,
      figures: {
        ...FIGURES,
        year_plan: [
          { ...step, ...known },
          { ...step, ...gone },
        ],
        find_out: [gone, known],
      },
      sector: "school",
    }),
  );
  assert.deepEqual(
    figures.year_plan.map(({ action }) => action),
    ["inf-1-a"],
  );
  assert.deepEqual(figures.find_out, [known]);
});

test("a team around one form is shown as one person is", () => {
  const figures = { ...FIGURES, min_group: 1 };
  assert.equal(teamResult({ content: CONTENT, figures, sector: "" }).isSingle, true);
  assert.equal(teamResult({ content: CONTENT, figures: FIGURES, sector: "" }).isSingle, false);
});

test("one person sees what was asked, a team all that there is", () => {
  const items = CONTENT.items.map((one) =>
    one.id === "own-1" ? { ...one, respondents: ["professional" as const] } : one,
  );
  const content = { ...CONTENT, items };
  const figures = FIGURES;
  const single = createResultView(WORDS, { content, figures, isSingle: true, role: "parent" });
  assert.deepEqual(
    single.shown.map(({ id }) => id),
    ["inf-1"],
  );
  const whole = createResultView(WORDS, { content, figures, isSingle: false });
  assert.deepEqual(
    whole.shown.map(({ id }) => id),
    ["inf-1", "own-1"],
  );
});

test("what the content no longer has is left out of a team's figures", () => {
  const content = { ...CONTENT, items: CONTENT.items.filter(({ id }) => id !== "inf-1") };
  const { figures, scores } = createResultView(
    WORDS,
    teamResult({ content, figures: FIGURES, sector: "school" }),
  );
  assert.deepEqual([...scores.keys()], ["own-1"]);
  assert.deepEqual(figures.strengths, ["own-1"]);
  assert.deepEqual(figures.suggestions, []);
});

test("an answer has a name on and outside of the scale", () => {
  assert.equal(team.answer("inf-1", 4), "Vaak");
  assert.equal(team.answer("inf-1", "dont_know"), "Weet ik niet");
  assert.equal(team.groupName("parent"), "Ouder");
  assert.equal(team.groupName("other"), "result.group_other");
  assert.equal(team.groupName("professional+management"), "result.group_professional_management");
});

test("everybody the same is said from two answers on", () => {
  assert.equal(isUnanimous({ n_valid: 2, counts: [0, 0, 2, 0, 0] }), true);
  assert.equal(isUnanimous({ n_valid: 1, counts: [0, 0, 1, 0, 0] }), false);
  assert.equal(isUnanimous({ n_valid: 3, counts: [0, 1, 2, 0, 0] }), false);
  assert.equal(isUnanimous({ n_valid: null, counts: null }), false);
});
