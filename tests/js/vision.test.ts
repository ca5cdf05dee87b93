// The text of a vision, and what is still missing in it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { findingsOf } from "../../widgets/partnerschap/ui/web/exercises/visie/check";
import { createWords } from "../../widgets/partnerschap/ui/web/lib/words";
import {
  compose,
  EMPTY_VISION,
  linesOf,
  type VisionContent,
} from "../../widgets/partnerschap/ui/web/plan/vision";

const point = (id: string) => ({
  id,
  source: "",
  name: `Point ${id}`,
  explanation: "",
  question: "",
  beliefs: [],
  behaviours: [],
});
const CONTENT: VisionContent = {
  points: [point("a"), point("b")],
  people: [
    { id: "team", name: "the team", parents: false },
    { id: "lead", name: "the lead", parents: false },
    { id: "parents", name: "parents", parents: true },
  ],
  vague: ["optim", "striv"],
  longest_sentence: 10,
};
const WORDS = createWords({
  "visie.title": "Our vision",
  "visie.title_of": "The vision of {organisation}",
  "visie.notice": "Parents notice:",
  "visie.made_by": "Made by {people}.",
  "visie.and": "{rest} and {last}",
  "visie.review_line": "Again: {when}.",
  "visie.check_long": "{n}: {sentence}",
  "visie.check_vague": "{words}",
});

test("a sentence is a line with something on it", () => {
  const memory = { texts: { "a-beliefs": "  We   ask. \n\n \nWe call." } };
  assert.deepEqual(linesOf(memory, { id: "a" }, "beliefs"), ["We ask.", "We call."]);
  assert.deepEqual(linesOf(memory, { id: "a" }, "behaviours"), []);
});

test("a text without anything is its title alone", () => {
  assert.equal(compose(CONTENT, EMPTY_VISION, WORDS), "Our vision\n");
});

test("a point is there when something is written at it, people in the order of the content", () => {
  const memory = {
    ...EMPTY_VISION,
    organisation: " The Orchard ",
    people: ["parents", "team", "lead"],
    review: "in May",
    texts: { "b-beliefs": "We ask.", "b-behaviours": "We call." },
  };
  assert.equal(
    compose(CONTENT, memory, WORDS),
    [
      "The vision of The Orchard\n",
      "Point b\nWe ask.\nParents notice:\n- We call.\n",
      "Made by the team, the lead and parents.\nAgain: in May.\n",
    ].join("\n"),
  );
});

test("one who writes alone is named without an and", () => {
  const text = compose(CONTENT, { ...EMPTY_VISION, people: ["lead"] }, WORDS);
  assert.equal(text, "Our vision\n\nMade by the lead.\n");
});

test("what is missing says where to fill it in", () => {
  const memory = {
    ...EMPTY_VISION,
    people: ["team"],
    texts: { "a-beliefs": "x", "a-behaviours": "x" },
  };
  const missing = findingsOf(CONTENT, memory, WORDS, "").filter(({ state }) => state === "missing");
  assert.deepEqual(
    missing.map(({ screen }) => screen?.id),
    ["b", "b", "start", "start"], // what they think at b, behaviour at b, parents, a moment
  );
});

/** What is said of how a text reads: the last finding. */
const plain = (text: string) => findingsOf(CONTENT, EMPTY_VISION, WORDS, text).at(-1);

test("few words say nothing about how a text reads", () => {
  assert.equal(plain("one two three four five six seven")?.state, "look");
  assert.equal(plain("one two three four five six seven eight")?.state, "present");
});

test("a sentence may have as many words as the content says", () => {
  const words = Array.from({ length: 11 }, (_, number) => `w${"abcdefghijk"[number]}`);
  assert.equal(plain(`${words.slice(1).join(" ")}.`)?.state, "present");
  assert.deepEqual(plain(`${words.join(" ")}.`)?.advice, [`11: ${words.join(" ")}`]);
});

test("a vague word is found at its beginning only, as it is written", () => {
  const rest = "and then some more words.";
  assert.deepEqual(plain(`We Strive for 'optimal' care ${rest}`)?.advice.at(-1), "optimal, Strive");
  assert.equal(plain(`We are restriving, ${rest}`)?.state, "present");
});
