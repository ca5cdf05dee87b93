// The map of a conversation: which endings were seen, and where another one can still be found.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  endingsOf,
  reachable,
  turningPoint,
} from "../../widgets/partnerschap/ui/web/exercises/aannames/map";
import {
  follow,
  type Story,
  type TalkMemory,
} from "../../widgets/partnerschap/ui/web/exercises/aannames/talk";
import { choice, ending, moment } from "./conversation";

/** From the gate to the bench or home; on the bench two endings, of which one also comes after the walk. */
const STORY: Story = {
  id: "gate",
  sector: null,
  modules: [],
  setting: "",
  topic: "",
  title: "",
  opening: "",
  player: { name: "Noor", role: "", face: "short" },
  other: { name: "Erik", role: "", face: "long" },
  moments: [
    moment("gate", choice("a", "bench"), choice("b", "home")),
    moment("bench", choice("a", "tea"), choice("b", "talk")),
    moment("home", choice("a", "talk"), choice("b", "talk")),
  ],
  endings: [ending("tea"), ending("talk"), ending("lost")],
  questions: [],
};

const turn = (path: string, seen: string[]) => {
  const steps = path.split(" ").map((step) => {
    const [at, taken] = step.split(":");
    return { moment: at, choice: taken };
  });
  const talk = follow(STORY, steps as TalkMemory["path"]);
  assert.ok(talk);
  return turningPoint(talk, seen);
};

test("what can be reached from a moment", () => {
  assert.deepEqual([...reachable(STORY, "bench")], ["tea", "talk"]);
  assert.deepEqual([...reachable(STORY, "home")], ["talk"]);
  assert.deepEqual([...reachable(STORY, "tea")], ["tea"]);
  assert.deepEqual([...reachable(STORY, "gate")], ["tea", "talk"]);
});

test("the way back leads to the last step from which a new ending can be found", () => {
  assert.equal(turn("gate:a bench:a", ["tea"]), 1);
  assert.equal(turn("gate:b home:a", ["talk"]), 0);
});

test("without a new ending there is no way back to one", () => {
  assert.equal(turn("gate:a bench:a", ["tea", "talk"]), null);
});

test("another choice to the same new moment counts, the same choice does not", () => {
  assert.equal(turn("gate:a bench:b", ["talk"]), 1);
  assert.equal(turn("gate:b home:b", ["tea"]), 1);
});

test("all endings stand on the map in the order of the story", () => {
  assert.deepEqual(
    endingsOf(STORY, ["talk"]).map(({ ending: { id }, isSeen }) => [id, isSeen]),
    [
      ["tea", false],
      ["talk", true],
      ["lost", false],
    ],
  );
});
