// The way through a practice conversation, from its first moment, and on after it failed for now.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  AGAIN,
  follow,
  isAgain,
  type Story,
} from "../../widgets/partnerschap/ui/web/exercises/aannames/talk";
import { choice, ending, moment } from "./conversation";

const STORY: Story = {
  id: "hek",
  sector: null,
  modules: [],
  setting: "",
  topic: "",
  title: "",
  opening: "",
  player: { name: "Noor", face: "scarf", role: "" },
  other: { name: "Erik", face: "beard", role: "" },
  moments: [
    moment("first", choice("a", "good"), choice("b", "failed")),
    moment("later", choice("a", "good"), choice("b", "failed")),
  ],
  endings: [ending("good", null), ending("failed", "later")],
  questions: [],
};

const FAILED = [{ moment: "first", choice: "b" }];
const TRIED = [...FAILED, { moment: "failed", choice: AGAIN }];

test("a conversation begins at its first moment", () => {
  assert.equal(follow(STORY, [])?.node.id, "first");
});

test("what failed for now goes on at a later moment", () => {
  assert.equal(follow(STORY, FAILED)?.node.id, "failed");
  assert.equal(follow(STORY, TRIED)?.node.id, "later");
  assert.ok(isAgain(TRIED));
  assert.ok(!isAgain(FAILED));
});

test("trying again is no step, and each step knows its place in the path", () => {
  const talk = follow(STORY, [...TRIED, { moment: "later", choice: "a" }]);
  assert.equal(talk?.node.id, "good");
  assert.deepEqual(
    talk?.steps.map(({ moment: { id }, position }) => [id, position]),
    [
      ["first", 0],
      ["later", 2],
    ],
  );
});

test("it can fail again, and be tried again", () => {
  const path = [...TRIED, { moment: "later", choice: "b" }, { moment: "failed", choice: AGAIN }];
  assert.equal(follow(STORY, path)?.node.id, "later");
});

test("a path that the content no longer has leads nowhere", () => {
  assert.equal(follow(STORY, [{ moment: "first", choice: "z" }]), null);
  assert.equal(follow(STORY, [{ moment: "later", choice: "a" }]), null);
  assert.equal(follow(STORY, [...FAILED, { moment: "failed", choice: "a" }]), null);
  const good = { moment: "first", choice: "a" };
  assert.equal(follow(STORY, [good, { moment: "good", choice: AGAIN }]), null);
});
