// How a plan in this browser is known in calendars; a team's is kept on the server.

import { LIMITS, type OwnCalendar } from "../protocol";

/** What a calendar may hold of a step, also after it lost its date or was taken out. */
interface Entry {
  /** Drawn at random; names the entry in every calendar. */
  uid: string;
  /** Of the step. */
  id: number;
  /** The date of the step, or the last that it had. */
  day: string;
  /** Grows with every change of the step. */
  sequence: number;
  /** Of the last change, in ms since 1970. */
  changed: number;
}

export interface Calendar {
  /** Drawn at random, once a plan. */
  id: string;
  /** The day of a calendar that only said that nothing has a date. */
  noticed: string | null;
  entries: readonly Entry[];
}

interface DatedStep {
  id: number;
  due: string | null;
}

const DRAWN = /^[0-9a-f]{32}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const drawn = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");

export const newCalendar = (): Calendar => ({ id: drawn(), noticed: null, entries: [] });

/** Whether this is what was kept, and nothing else. */
export function isCalendar(kept: unknown): kept is Calendar {
  const { id, noticed, entries } = fieldsIn(kept);
  return (
    matches(id, DRAWN) &&
    (noticed === null || matches(noticed, DAY)) &&
    Array.isArray(entries) &&
    entries.every(isEntry)
  );
}

function isEntry(kept: unknown): kept is Entry {
  const { uid, day, id, sequence, changed } = fieldsIn(kept);
  return (
    matches(uid, DRAWN) && matches(day, DAY) && [id, sequence, changed].every(Number.isSafeInteger)
  );
}

const fieldsIn = (kept: unknown) => (kept ?? {}) as Record<string, unknown>;
const matches = (text: unknown, form: RegExp) => typeof text === "string" && form.test(text);

/** The calendar of a plan whose steps became other ones. */
export function noted<Step extends DatedStep>(
  calendar: Calendar,
  before: readonly Step[],
  after: readonly Step[],
  now = Date.now(),
): Calendar {
  const was = new Map(before.map((step) => [step.id, JSON.stringify(step)]));
  const is = new Map(after.map((step) => [step.id, step]));
  const known = new Set(calendar.entries.map(({ id }) => id));
  const kept = calendar.entries.map((entry) => {
    const step = is.get(entry.id);
    if (was.get(entry.id) === (step && JSON.stringify(step))) return entry;
    return { ...entry, day: step?.due ?? entry.day, sequence: entry.sequence + 1, changed: now };
  });
  const added = after.flatMap(({ id, due }) =>
    due && !known.has(id) ? [{ uid: drawn(), id, day: due, sequence: 0, changed: now }] : [],
  );
  const entries = [...kept, ...added];
  // Of the steps that were taken out the oldest are forgotten.
  const gone = entries
    .filter(({ id }) => !is.has(id))
    .sort((one, other) => other.changed - one.changed);
  const old = new Set(gone.slice(LIMITS.removedPlanSteps));
  return { ...calendar, entries: entries.filter((entry) => !old.has(entry)) };
}

/** As the kernel makes a file of it. */
export function described(
  { id, noticed, entries }: Calendar,
  steps: readonly Pick<DatedStep, "id">[],
): OwnCalendar {
  const places = new Map(steps.map((step, place) => [step.id, place]));
  return {
    id,
    noticed,
    entries: entries.map(({ id: step, ...entry }) => ({
      ...entry,
      step: places.get(step) ?? null,
    })),
  };
}
