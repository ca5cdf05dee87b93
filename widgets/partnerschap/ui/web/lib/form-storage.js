// @ts-check
// What this browser remembers of a form. Nothing of it goes to the server by itself.

const VERSION = 1;

/**
 * @typedef {object} Memory
 * @property {string | null} instrument
 * @property {string | null} sector
 * @property {string | null} role
 * @property {Record<string, number | string>} answers
 * @property {"start" | "form" | "result"} screen
 * @property {number} area Position of the area that was open.
 * @property {number | null} number Chosen at random for the answer code, once a fill-in.
 */

/** @returns {Memory} */
export const nothing = () => ({
  instrument: null,
  sector: null,
  role: null,
  answers: {},
  screen: "start",
  area: 0,
  number: null,
});

const keyOf = (/** @type {string} */ exercise) => `partnerschap:${exercise}`;

/**
 * Read what was remembered; what no longer fits the form is left out.
 * @param {string} exercise
 * @param {Set<string>} itemIds
 * @returns {Memory}
 */
export function recall(exercise, itemIds) {
  try {
    const kept = JSON.parse(window.localStorage.getItem(keyOf(exercise)) ?? "null");
    if (kept?.version !== VERSION) return nothing();
    const answers = Object.fromEntries(
      Object.entries(kept.memory.answers ?? {}).filter(([id]) => itemIds.has(id)),
    );
    return { ...nothing(), ...kept.memory, answers };
  } catch {
    return nothing();
  }
}

/**
 * Read what an exercise without items remembered, in the shape of `empty`.
 * @template {Record<string, any>} Kept
 * @param {string} exercise
 * @param {Kept} empty
 * @returns {Kept}
 */
export function recallAs(exercise, empty) {
  try {
    const kept = JSON.parse(window.localStorage.getItem(keyOf(exercise)) ?? "null");
    return kept?.version === VERSION ? { ...empty, ...kept.memory } : empty;
  } catch {
    return empty;
  }
}

/**
 * Remember; says whether this browser does.
 * @param {string} exercise
 * @param {object} memory
 */
export function remember(exercise, memory) {
  try {
    window.localStorage.setItem(keyOf(exercise), JSON.stringify({ version: VERSION, memory }));
    return true;
  } catch {
    return false;
  }
}

/** @param {string} exercise */
export function forget(exercise) {
  try {
    window.localStorage.removeItem(keyOf(exercise));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
