// The clock of a step: it runs, stands still, and goes on after a reload.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import {
  keepClock,
  newClock,
  newsOf,
  paused,
  recallClock,
  restOf,
  started,
  timeText,
} from "../../../widgets/partnerschap/ui/web/exercises/workshop/conversation/clock";
import { openBrowser } from "../browser";

const NOW = 1_000_000;

beforeEach(() => void openBrowser());

test("a new clock has all its time, however late it is", () => {
  assert.equal(restOf(newClock(5), NOW), 300);
  assert.equal(restOf(newClock(5), NOW + 99_000), 300);
});

test("a clock that runs loses each second that has begun to pass at its end", () => {
  const clock = started(newClock(1), NOW);
  assert.equal(restOf(clock, NOW), 60);
  assert.equal(restOf(clock, NOW + 999), 60);
  assert.equal(restOf(clock, NOW + 1000), 59);
});

test("it never has less than no time", () => {
  assert.equal(restOf(started(newClock(1), NOW), NOW + 61_000), 0);
});

test("a pause takes no time", () => {
  const clock = paused(started(newClock(5), NOW), NOW + 100_000);
  assert.equal(restOf(clock, NOW + 500_000), 200);
  assert.equal(restOf(started(clock, NOW + 500_000), NOW + 510_000), 190);
});

test("minutes and seconds", () => {
  assert.deepEqual([0, 9, 60, 599, 600].map(timeText), ["0:00", "0:09", "1:00", "9:59", "10:00"]);
});

test("while it runs the last minute and the end are told, and nothing while it stands still", () => {
  const clock = started(newClock(5), NOW);
  assert.deepEqual(
    [61, 60, 1, 0].map((seconds) => newsOf(clock, seconds)),
    [null, "last", "last", "over"],
  );
  assert.equal(newsOf(newClock(1), 60), null);
});

test("after a reload the clock of the same step goes on, of another step it does not", () => {
  const clock = started(newClock(5), NOW);
  keepClock("7 glance", clock);
  assert.deepEqual(recallClock("7 glance"), clock);
  assert.equal(recallClock("7 end"), null);
});

test("a browser that keeps nothing has a clock all the same", () => {
  Object.defineProperty(window, "sessionStorage", {
    get() {
      throw new DOMException("no", "SecurityError");
    },
  });
  keepClock("7 glance", newClock(5));
  assert.equal(recallClock("7 glance"), null);
});
