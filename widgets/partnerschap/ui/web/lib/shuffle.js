// @ts-check
// An order by chance that a seed gives again.

/** @returns {number} A seed that is not used before, as far as chance goes. */
export const newSeed = () => window.crypto.getRandomValues(new Uint32Array(1))[0];

/** Numbers from 0 to 1, the same for the same seed and name (mulberry32).
 * @param {number} seed
 * @param {string} name
 */
function chance(seed, name) {
  let state = seed >>> 0;
  for (const letter of name) state = Math.imul(state ^ letter.charCodeAt(0), 2654435761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Shuffle the numbers from 0 up to a length (Fisher and Yates).
 * @param {number} length
 * @param {number} seed
 * @param {string} name Lists with another name get another order from the same seed.
 */
export function shuffled(length, seed, name) {
  const next = chance(seed, name);
  const order = Array.from({ length }, (_, index) => index);
  for (let last = length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

/** The same, but never in the order that it came in. @param {number} length @param {number} seed @param {string} name */
export function mixed(length, seed, name) {
  const order = shuffled(length, seed, name);
  const same = order.every((one, index) => one === index);
  return same ? [...order.slice(1), order[0]] : order;
}
