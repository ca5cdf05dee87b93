// A policy in lines: what is written, what it lacks, and what the scan says beside it.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  adviceOn,
  findingsOf,
  gapsOf,
} from "../../widgets/partnerschap/ui/web/exercises/beleid/check";
import {
  begunTopics,
  described,
  EMPTY,
  filledLines,
  type PolicyContent,
  type PolicyMemory,
  withExample,
} from "../../widgets/partnerschap/ui/web/exercises/beleid/policy";
import { createWords } from "../../widgets/partnerschap/ui/web/lib/words";

const IDS = ["what", "whom", "who", "when", "known"] as const;
const example = (name: string) =>
  Object.fromEntries(IDS.map((id) => [id, `${name} ${id}`])) as Record<
    (typeof IDS)[number],
    string
  >;
const topic = (id: string) => ({
  id,
  source: `T-${id}`,
  name: `Topic ${id}`,
  explanation: "",
  question: "",
  examples: { school: example("school"), youth: example("youth") },
});
const CONTENT: PolicyContent = {
  lines: IDS.map((id) => ({ id, name: id, hint: "", advice: `Which ${id}?`, vague: ["somet"] })),
  topics: [topic("a"), topic("b")],
  readers: [],
  points: [
    {
      id: "v",
      source: "T-v",
      name: "Vision",
      explanation: "",
      question: "",
      beliefs: [],
      behaviours: [],
    },
  ],
  people: [
    { id: "team", name: "the team", parents: false },
    { id: "parents", name: "parents", parents: true },
  ],
  items: [
    { id: "i1", source: ["T-a"], statement: "We meet in the {room}." },
    { id: "i2", source: ["T-b", "T-a"], statement: "We call." },
    { id: "i3", source: ["T-v"], statement: "We agree." },
  ],
  vague: ["often"],
  longest_sentence: 6,
};
const WORDS = createWords({
  "beleid.vague": "{words}: {advice}",
  "beleid.long": "{n} words",
  "beleid.check_open": "open: {lines}",
  "beleid.check_vague": "vague",
  "beleid.scan_low": "low: {statement}",
  "beleid.scan_in_place": "there: {statement}",
  "beleid.scan_unknown": "unknown: {statement}",
  "beleid.scan_unfit": "unfit: {statement}",
  "beleid.gap_vision": "vision",
  "beleid.gap_vision_what": "no vision",
});
const written = (lines: Record<string, string>, more: Partial<PolicyMemory> = {}) => ({
  ...EMPTY,
  ...more,
  lines,
});
const [LINE] = CONTENT.lines;
if (!LINE) throw new Error("no line");

test("a topic is begun by a line with something on it", () => {
  const memory = written({ "a-what": "  \n ", "b-who": " The  mentor " });
  assert.deepEqual(begunTopics(CONTENT, memory), [CONTENT.topics[1]]);
  const [first, second] = CONTENT.topics;
  if (!first || !second) throw new Error("no topics");
  assert.deepEqual(filledLines(CONTENT, memory, first), []);
  assert.deepEqual(
    filledLines(CONTENT, memory, second).map(({ id }) => id),
    ["who"],
  );
});

test("a file holds the topics that were begun, tidied, and nothing of the others", () => {
  const memory = written({ "b-who": " The  mentor\n", "gone-what": "x" }, { sector: null });
  const { topics, sector } = described(CONTENT, memory);
  assert.equal(sector, "");
  assert.deepEqual(topics, [
    { id: "b", what: "", whom: "", who: "The mentor", when: "", known: "" },
  ]);
});

test("an example fills the empty lines and leaves the others", () => {
  const [first] = CONTENT.topics;
  if (!first) throw new Error("no topic");
  const memory = written({ "a-what": "Own", "a-who": " ", "b-what": "Other" });
  assert.deepEqual(withExample(CONTENT, memory, first, "youth"), {
    "a-what": "Own",
    "a-whom": "youth whom",
    "a-who": "youth who",
    "a-when": "youth when",
    "a-known": "youth known",
    "b-what": "Other",
  });
});

test("vague words of all lines and of this line are asked about, as they stand there", () => {
  assert.deepEqual(adviceOn(CONTENT, LINE, "Often, or Sometimes. Toooften.", WORDS), [
    "Often’, ‘Sometimes: Which what?",
  ]);
  assert.deepEqual(adviceOn(CONTENT, LINE, "Softened. Every Monday.", WORDS), []);
  assert.deepEqual(adviceOn(CONTENT, LINE, "", WORDS), []);
});

test("a long sentence is asked about, not a long line of short ones", () => {
  assert.deepEqual(adviceOn(CONTENT, LINE, "a b c d e f g. a b.", WORDS), ["7 words"]);
  assert.deepEqual(adviceOn(CONTENT, LINE, "a b c d e f. a b c d e f.", WORDS), []);
});

test("a topic that was begun is complete, or has open or vague lines", () => {
  const full = Object.fromEntries(IDS.map((id) => [`a-${id}`, "Every Monday."]));
  const [a, ...others] = findingsOf(CONTENT, written(full), WORDS);
  assert.deepEqual([a?.name, a?.state, a?.advice], ["Topic a", "present", []]);
  assert.equal(others.length, 4);
  assert.ok(others.every(({ state }) => state === "missing"));
  const [vague] = findingsOf(CONTENT, written({ ...full, "a-who": "Often." }), WORDS);
  assert.deepEqual([vague?.state, vague?.advice], ["look", ["vague"]]);
  const [open] = findingsOf(CONTENT, written({ ...full, "a-who": "", "a-when": "" }), WORDS);
  assert.deepEqual([open?.state, open?.advice], ["look", ["open: who; when"]]);
  assert.equal(open?.screen?.id, "a");
});

test("parents, place, moment and what changed are all there", () => {
  const about = { people: ["parents"], found: "here", review: "May", changed: "x" };
  const found = findingsOf(CONTENT, written({}, about), WORDS);
  assert.ok(found.every(({ state }) => state === "present"));
  const team = findingsOf(CONTENT, written({}, { ...about, people: ["team"] }), WORDS);
  assert.deepEqual(
    team.map(({ state }) => state),
    ["missing", "present", "present", "present"],
  );
});

test("without answers the gaps are the topics without a word", () => {
  const gaps = gapsOf(CONTENT, written({ "a-what": "x" }), WORDS, {
    answers: {},
    sector: undefined,
    hasVision: true,
  });
  assert.deepEqual(
    gaps.map(({ name, advice }) => [name, advice]),
    [["Topic b", []]],
  );
});

test("the scan says beside a gap what was answered, in the words of the sector", () => {
  const scan = {
    answers: { i1: 3, i2: 4, i3: "dont_know" as const },
    sector: { words: { room: "class" } },
    hasVision: false,
  };
  assert.deepEqual(
    gapsOf(CONTENT, EMPTY, WORDS, scan).map(({ advice }) => advice),
    [
      ["low: We meet in the class.", "there: We call."],
      ["there: We call."],
      ["no vision", "unknown: We agree."],
    ],
  );
  const covered = written({ "a-what": "x", "b-what": "x" });
  assert.deepEqual(gapsOf(CONTENT, covered, WORDS, { ...scan, hasVision: true }), []);
  const unfit = { ...scan, answers: { i2: "not_applicable" as const }, hasVision: true };
  assert.deepEqual(
    gapsOf(CONTENT, written({ "a-what": "x" }), WORDS, unfit).map(({ advice }) => advice),
    [["unfit: We call."]],
  );
});
