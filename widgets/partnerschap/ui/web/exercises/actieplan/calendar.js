// @ts-check
// How a plan in this browser is known in calendars; a team's is kept on the server.

/**
 * What a calendar may hold of a step, also after it lost its date or was taken out.
 * @typedef {object} Entry
 * @property {string} uid Drawn at random; names the entry in every calendar.
 * @property {number} id Of the step.
 * @property {string} day The date of the step, or the last that it had.
 * @property {number} sequence Grows with every change of the step.
 * @property {number} changed Of the last change, in ms since 1970.
 */

/**
 * @typedef {object} Calendar
 * @property {string} id Drawn at random, once a plan.
 * @property {string | null} noticed The day of a calendar that only said that nothing has a date.
 * @property {Entry[]} entries
 */

/** Steps that were taken out and are still remembered; the oldest go first. As in `planning.py`. */
const MOST_REMOVED = 100;
const DRAWN = /^[0-9a-f]{32}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const drawn = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");

/** @returns {Calendar} */
export const newCalendar = () => ({ id: drawn(), noticed: null, entries: [] });

/** Whether this is what was kept, and nothing else. @param {any} kept @returns {kept is Calendar} */
export const isCalendar = (kept) =>
  DRAWN.test(kept?.id) &&
  (kept.noticed === null || DAY.test(kept.noticed)) &&
  Array.isArray(kept.entries) &&
  kept.entries.every(
    (/** @type {any} */ one) =>
      DRAWN.test(one?.uid) &&
      DAY.test(one.day) &&
      [one.id, one.sequence, one.changed].every(Number.isSafeInteger),
  );

/**
 * The calendar of a plan whose steps became other ones.
 * @template {{id: number, due: string | null}} Step
 * @param {Calendar} calendar
 * @param {Step[]} before
 * @param {Step[]} after
 * @param {number} [now]
 * @returns {Calendar}
 */
export function noted(calendar, before, after, now = Date.now()) {
  const was = new Map(before.map((step) => [step.id, JSON.stringify(step)]));
  const is = new Map(after.map((step) => [step.id, step]));
  const known = new Set(calendar.entries.map(({ id }) => id));
  const entries = calendar.entries.map((entry) => {
    const step = is.get(entry.id);
    if (was.get(entry.id) === (step && JSON.stringify(step))) return entry;
    return { ...entry, day: step?.due ?? entry.day, sequence: entry.sequence + 1, changed: now };
  });
  for (const { id, due } of after) {
    if (due && !known.has(id))
      entries.push({ uid: drawn(), id, day: due, sequence: 0, changed: now });
  }
  const gone = entries
    .filter(({ id }) => !is.has(id))
    .sort((one, other) => other.changed - one.changed);
  const old = new Set(gone.slice(MOST_REMOVED));
  return { ...calendar, entries: entries.filter((entry) => !old.has(entry)) };
}

/**
 * As the kernel makes a file of it; see `OwnCalendar`.
 * @param {Calendar} calendar
 * @param {{id: number}[]} steps
 */
export function described({ id, noticed, entries }, steps) {
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
