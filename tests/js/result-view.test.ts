// What figures say in words: for a team, for one form, and with content that has changed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { balanceText } from "../../widgets/partnerschap/ui/web/results/areas";
import { teamResult } from "../../widgets/partnerschap/ui/web/results/context";
import { isUnanimous, sizeOf } from "../../widgets/partnerschap/ui/web/results/figures";
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

test("one form gets counts in place of percentages", () => {
  const score = { share: 0.5, items_scored: 2 };
  assert.equal(team.shareOf(score), "50%");
  assert.equal(parent.shareOf(score), "result.own_share 1 2");
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

test("differences have four sizes, whatever their sign", () => {
  const sizes = [0, 0.146, 0.147, 0.33, 0.474, -1].map(sizeOf);
  assert.deepEqual(sizes, ["slight", "slight", "small", "middle", "large", "large"]);
});

test("everybody the same is said from two answers on", () => {
  assert.equal(isUnanimous({ n_valid: 2, counts: [0, 0, 2, 0, 0] }), true);
  assert.equal(isUnanimous({ n_valid: 1, counts: [0, 0, 1, 0, 0] }), false);
  assert.equal(isUnanimous({ n_valid: 3, counts: [0, 1, 2, 0, 0] }), false);
  assert.equal(isUnanimous({ n_valid: null, counts: null }), false);
});

test("the balance names the highest and the lowest, also when some are equal", () => {
  const shares = [
    { name: "Een", share: 0.8 },
    { name: "Twee", share: 0.2 },
    { name: "Drie", share: 0.8 },
    { name: "Vier", share: null },
  ];
  assert.equal(
    balanceText(WORDS, { balance: 0.6 }, shares, "nl"),
    "result.balance Een en Drie Twee 60",
  );
  assert.equal(balanceText(WORDS, { balance: 0 }, shares, "nl"), "result.balance_even");
  assert.equal(balanceText(WORDS, { balance: null }, shares, "nl"), "result.balance_none");
});
