// Whether a plan touches what is weakest.

import assert from "node:assert/strict";
import { test } from "node:test";
import { adviceOf } from "../../widgets/partnerschap/ui/web/exercises/actieplan/advice";
import { balanceText } from "../../widgets/partnerschap/ui/web/exercises/actieplan/balance";
import { NO_FIELDS, type PlanStep } from "../../widgets/partnerschap/ui/web/plan/step";
import type { FormContent } from "../../widgets/partnerschap/ui/web/questionnaire/content";
import { CONTENT, FIGURES, WORDS } from "./sample-team";

const area = (id: string) => ({
  id,
  name: id.toUpperCase(),
  short: "",
  partnership: true,
  tell: null,
});
const content: FormContent = { ...CONTENT, areas: [area("a"), area("b"), area("c")] };
const shares = new Map([
  ["a", "20%"],
  ["b", "20%"],
  ["c", "80%"],
]);
const stepIn = (place: string, changes: Partial<PlanStep> = {}): PlanStep => ({
  ...NO_FIELDS,
  id: 1,
  item: null,
  action: null,
  area: place,
  ...changes,
});
const said = (steps: PlanStep[], weakest: string[], known = shares, isTeam = false) =>
  balanceText(WORDS, content, { weakest, shares: known }, steps, isTeam);

test("what is touched is told, and what is as weak and is not", () => {
  assert.equal(said([stepIn("a")], ["a"]), "actieplan.weakest_touched A");
  assert.equal(
    said([stepIn("a")], ["a", "b"]),
    "actieplan.weakest_touched A actieplan.weakest_also B",
  );
  assert.equal(said([stepIn("c")], ["a", "b"]), "actieplan.weakest_missed A en B");
});

test("a step that stopped touches nothing, one that is done does", () => {
  assert.equal(said([stepIn("a", { state: "stopped" })], ["a"]), "actieplan.weakest_missed A");
  assert.equal(said([stepIn("a", { state: "done" })], ["a"]), "actieplan.weakest_touched A");
});

test("where nothing can be compared, it is said why", () => {
  const one = new Map([["a", "20%"]]);
  assert.equal(said([], ["a"], one), "actieplan.weakest_unknown");
  assert.equal(said([], ["a"], one, true), "actieplan.weakest_few");
  assert.equal(said([], []), "actieplan.weakest_even");
});

test("two scans suggest an action once, and what the content no longer has is left out", () => {
  const [suggestion] = FIGURES.suggestions;
  assert.ok(suggestion);
  const figures = {
    ...FIGURES,
    suggestions: [suggestion, { ...suggestion, action: "gone" }],
  };
  const source = { figures, weakest: [], sector: "school", role: "professional" };
  const { suggestions } = adviceOf(WORDS, CONTENT, [source, source]);
  assert.deepEqual(
    suggestions.map(({ one }) => one.action),
    ["inf-1-a"],
  );
});
