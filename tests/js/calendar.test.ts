// How a plan in this browser is known in calendars: entries keep their names, and grow in sequence.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  described,
  isCalendar,
  newCalendar,
  noted,
} from "../../widgets/partnerschap/ui/web/plan/calendar";

const step = (id: number, due: string | null, text = "Koffie") => ({ id, due, text });
const MARCH = "2027-03-01";
const APRIL = "2027-04-01";

/** A calendar with one step in March, noted at 1000. */
const begun = () => noted(newCalendar(), [], [step(1, MARCH)], 1_000);
const only = ({ entries }: ReturnType<typeof newCalendar>) => {
  assert.equal(entries.length, 1);
  return entries[0];
};

test("a calendar has a name of its own", () => {
  assert.match(newCalendar().id, /^[0-9a-f]{32}$/);
  assert.notEqual(newCalendar().id, newCalendar().id);
});

test("a step with a date gets an entry, one without gets none", () => {
  const calendar = noted(newCalendar(), [], [step(1, MARCH), step(2, null)], 1_000);
  const { uid, ...entry } = only(calendar) ?? {};
  assert.match(String(uid), /^[0-9a-f]{32}$/);
  assert.deepEqual(entry, { id: 1, day: MARCH, sequence: 0, changed: 1_000 });
});

test("a change keeps the name and raises the sequence", () => {
  const before = begun();
  const after = noted(before, [step(1, MARCH)], [step(1, APRIL)], 2_000);
  assert.deepEqual(only(after), { ...only(before), day: APRIL, sequence: 1, changed: 2_000 });
});

test("another text is a change, the same step is none", () => {
  const before = begun();
  assert.deepEqual(noted(before, [step(1, MARCH)], [step(1, MARCH)], 2_000), before);
  assert.equal(only(noted(before, [step(1, MARCH)], [step(1, MARCH, "Thee")], 2_000))?.sequence, 1);
});

test("a step that loses its date, or is taken out, keeps the day that it had", () => {
  for (const after of [[step(1, null)], []]) {
    const calendar = noted(begun(), [step(1, MARCH)], after, 2_000);
    assert.deepEqual(
      [only(calendar)?.day, only(calendar)?.sequence, only(calendar)?.changed],
      [MARCH, 1, 2_000],
    );
  }
});

test("of what was taken out the last hundred are remembered, and every step that is there", () => {
  let calendar = newCalendar();
  const there = step(1_000, MARCH);
  calendar = noted(calendar, [], [there], 0);
  for (let id = 1; id <= 103; id += 1) {
    calendar = noted(calendar, [there], [there, step(id, MARCH)], id);
    calendar = noted(calendar, [there, step(id, MARCH)], [there], id);
  }
  const ids = calendar.entries.map((entry) => entry.id);
  assert.equal(ids.length, 101);
  assert.equal(ids.includes(1_000), true);
  assert.deepEqual(
    [1, 2, 3, 4].map((id) => ids.includes(id)),
    [false, false, false, true],
  );
});

test("the kernel is told places in the plan in the place of ids", () => {
  const calendar = noted(newCalendar(), [], [step(7, MARCH), step(8, APRIL)], 1_000);
  const { id, noticed, entries } = described(calendar, [step(8, APRIL)]);
  assert.deepEqual([id, noticed], [calendar.id, null]);
  assert.deepEqual(
    entries.map((entry) => [entry.step, entry.day, "id" in entry]),
    [
      [null, MARCH, false],
      [0, APRIL, false],
    ],
  );
});

test("what was kept is known again, anything else is not taken", () => {
  const calendar = begun();
  assert.equal(isCalendar(JSON.parse(JSON.stringify(calendar))), true);
  assert.equal(isCalendar({ ...calendar, noticed: MARCH }), true);
  const [entry] = calendar.entries;
  for (const other of [
    null,
    7,
    {},
    { ...calendar, id: "short" },
    { ...calendar, noticed: "tomorrow" },
    { ...calendar, entries: {} },
    { ...calendar, entries: [null] },
    { ...calendar, entries: [{ ...entry, uid: "x" }] },
    { ...calendar, entries: [{ ...entry, day: "1 maart" }] },
    { ...calendar, entries: [{ ...entry, sequence: 0.5 }] },
    { ...calendar, entries: [{ ...entry, changed: null }] },
  ])
    assert.equal(isCalendar(other), false, JSON.stringify(other));
});
