// The catalogue of messages, held to the same examples as Python is (tests/content/test_words.py).

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  createWords,
  fill,
  inSector,
  type Values,
} from "../../widgets/partnerschap/ui/web/lib/words";
import examples from "../content/words.json";

const valuesOf = (values: object) => values as Values;

for (const { text, values, result } of [...examples.filled, ...examples.unknown])
  test(`${JSON.stringify(text)} is filled in`, () => {
    assert.equal(fill(text, valuesOf(values)), result);
    assert.equal(createWords({ "x.text": text }).word("x.text", valuesOf(values)), result);
  });

for (const { n, result } of examples.counted)
  test(`of ${n} is told in the right number`, () => {
    const { count } = createWords(examples.count_messages);
    assert.equal(count("x.left", n, { who: "Ada" }), result);
  });

for (const { text, isOwn, result } of examples.sector)
  test(`${JSON.stringify(text)} is put into the words of a sector`, () => {
    assert.equal(inSector(text, { words: examples.sector_words }, isOwn), result);
  });

test("without a sector a text of the content stays as it is", () => {
  assert.equal(inSector("Ons {team}", undefined), "Ons {team}");
});

test("a message that the catalogue does not have shows its id", () => {
  const { word, count } = createWords({});
  assert.equal(word("x.gone"), "x.gone");
  assert.equal(count("x.gone", 1), "x.gone_one");
});
