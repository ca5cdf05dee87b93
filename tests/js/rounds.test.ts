// What may be said of a team's rounds beside each other.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  areaRows,
  createRounds,
  verdictOf,
  verdicts,
} from "../../widgets/partnerschap/ui/web/exercises/herhaalmeting/rounds";
import type {
  AreaChange,
  AreaScore,
  RoundComparison,
} from "../../widgets/partnerschap/ui/web/protocol";
import { ASKED, CONTENT, FIGURES, scoreOf, WORDS } from "./sample-team";

const AREA: AreaScore = {
  id: "informing",
  share: 0.5,
  interval: null,
  items_scored: 2,
  status: "scored",
};
const CHANGE: AreaChange = {
  id: "informing",
  before: AREA,
  after: AREA,
  difference: 0.1,
  interval: [-0.1, 0.3],
  direction: null,
};

const COMPARISON: RoundComparison = {
  label: "",
  sector: "school",
  demo: false,
  rounds: [1, 2, 3].map((round) => ({
    round,
    closed: null,
    result: {
      figures: FIGURES,
      differences: [],
      biggest_differences: [],
      importance: null,
      vote_items: [],
      voters: 0,
      earlier_edition: false,
      pattern: null,
      missing: null,
    },
    // biome-ignore lint/suspicious/noThenProperty: the name in the protocol
    then: round === 3 ? [{ ...AREA, share: 0.25 }] : null,
    joint: [],
    plan: [],
  })),
  changes: [[{ ...CHANGE, direction: "up" }], [CHANGE]],
};

test("only what lies outside of chance is called a change", () => {
  assert.equal(verdictOf({ ...CHANGE, direction: "down" }), "changed_down");
  assert.equal(verdictOf(CHANGE), "unchanged");
  assert.equal(verdictOf({ ...CHANGE, interval: null }), "no_margin");
});

test("where nothing can be compared, it is said why", () => {
  const none = { ...CHANGE, difference: null, interval: null };
  assert.equal(verdictOf(none), "other_items");
  assert.equal(verdictOf({ ...none, before: { ...AREA, share: null } }), "too_few_answers");
});

test("the nearest round comes first", () => {
  const rounds = createRounds(WORDS, COMPARISON, CONTENT);
  assert.deepEqual(
    verdicts(WORDS, rounds, "informing").map(({ text }) => text),
    ["herhaalmeting.unchanged 2", "herhaalmeting.changed_up 1"],
  );
  assert.deepEqual(verdicts(WORDS, rounds, "own"), []);
});

test("each round has a row, and one more where people looked back", () => {
  const rounds = createRounds(WORDS, COMPARISON, CONTENT);
  const rows = areaRows(WORDS, rounds, "informing", ({ round }) => `ronde ${round}`);
  assert.deepEqual(
    rows.map(({ name, bar }) => [name, bar.value]),
    [
      ["ronde 1", "result.share_half"],
      ["ronde 2", "result.share_half"],
      ["ronde 3", "result.share_half"],
      ["herhaalmeting.then 3", "result.share_less"],
    ],
  );
  // Two points are too few for a percentage.
  assert.deepEqual([rows[0]?.figure, rows[0]?.margin], ["result.share_half", ""]);
  assert.equal(rows[3]?.margin, "");
});

test("a round of low answers is not drawn as one of answers in the middle", () => {
  const counts = (at: number) => [1, 2, 3, 4, 5].map((point) => (point === at ? 10 : 0));
  const area = { ...FIGURES.areas[0], id: "informing", share: 0, items_scored: 1 };
  const of = (point: number) => ({
    ...FIGURES,
    areas: [{ ...AREA, ...area }],
    items: [scoreOf(ASKED, { share: 0, counts: counts(point) })],
  });
  const rounds = COMPARISON.rounds.map((round, at) => ({
    ...round,
    result: { ...round.result, figures: of(at ? 3 : 1) },
  }));
  const made = createRounds(WORDS, { ...COMPARISON, rounds }, CONTENT);
  const rows = areaRows(WORDS, made, "informing", ({ round }) => `ronde ${round}`);
  assert.deepEqual(
    rows.map(({ bar }) => bar.middle),
    [0, 1, 1, null],
  );
});
