// Figures in words, held to the same examples as Python is (tests/report/test_shares.py).

import assert from "node:assert/strict";
import { test } from "node:test";
import { createWords } from "../../widgets/partnerschap/ui/web/lib/words";
import {
  balanceText,
  bandOf,
  differenceText,
  isEnough,
  isEnoughOfArea,
  isEnoughOfTip,
  saysText,
} from "../../widgets/partnerschap/ui/web/results/in-words";
import examples from "../content/shares.json";

const words = createWords(examples.messages);
const POINTS = ["Nooit", "Zelden", "Soms", "Vaak", "Altijd"];
const NAMES = ["Een", "Twee", "Drie", "Vier", "Vijf"];

for (const { share, band } of examples.bands)
  test(`${share} is called ${band}`, () => assert.equal(bandOf(share), band));

for (const { counts, end, said } of examples.says)
  test(said, () => assert.equal(saysText(words, counts, POINTS, end as "high" | "low"), said));

for (const { shares, said } of examples.balances)
  test(`${JSON.stringify(shares)}: ${said}`, () => {
    const known = shares.filter((share) => share !== null);
    const balance = known.length > 1 ? Math.max(...known) - Math.min(...known) : null;
    const named = shares.map((share, at) => ({ name: NAMES[at] ?? "", share }));
    assert.equal(balanceText(words, { balance }, named, "nl"), said);
  });

test("a percentage needs five people, and an area three items", () => {
  assert.deepEqual([4, 5, null].map(isEnough), [false, true, false]);
  assert.equal(isEnoughOfArea({ interval: [0, 1], items_scored: 3 }), true);
  assert.equal(isEnoughOfArea({ interval: [0, 1], items_scored: 2 }), false);
  assert.equal(isEnoughOfArea({ interval: null, items_scored: 3 }), false);
  assert.equal(isEnoughOfTip({ id: "A01", share: 1, items_scored: 3 }, 4), false);
  assert.equal(isEnoughOfTip({ id: "A01", share: 1, items_scored: 3 }, 5), true);
});

const stub = { word: (id: string, values = {}) => [id, ...Object.values(values)].join(" ") };
const name = (id: string) => id.toUpperCase();
const GROUPS = {
  parent: { n_valid: 5, counts: [0, 0, 0, 2, 3] },
  professional: { n_valid: 5, counts: [0, 4, 1, 0, 0] },
  "management+municipality": { n_valid: 5, counts: [0, 0, 2, 3, 0] },
};
const DIFFERENCE = {
  item: "a",
  first: "parent",
  second: "professional+management+municipality",
  delta: 0.8,
  p: 0.01,
  differs: true,
};

test("parents stand beside the whole team, at the point where they are furthest apart", () => {
  assert.equal(
    differenceText(stub, DIFFERENCE, { groups: GROUPS }, POINTS, name),
    "advice.parents_differ 5 5 3 10 Vaak.",
  );
  const top = {
    parent: { n_valid: 5, counts: [0, 0, 0, 5, 0] },
    professional: { n_valid: 5, counts: [0, 0, 0, 0, 5] },
  };
  assert.equal(
    differenceText(stub, DIFFERENCE, { groups: top }, POINTS, name),
    "advice.parents_differ_top 0 5 5 5 Altijd.",
  );
});

test("of a round of before it is told which group answers higher", () => {
  const before = { ...DIFFERENCE, second: "other", p: null, delta: -0.8 };
  assert.equal(
    differenceText(stub, before, { groups: GROUPS }, POINTS, name),
    "result.difference OTHER PARENT",
  );
});
