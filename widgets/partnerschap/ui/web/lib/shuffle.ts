// An order by chance that a seed gives again.

/** A seed that was not used before, as far as chance goes. */
export function newSeed(): number {
  const [seed] = crypto.getRandomValues(new Uint32Array(1));
  return seed;
}

/** Numbers from 0 to 1, the same for the same seed and name (mulberry32). */
function createRandom(seed: number, name: string): () => number {
  let state = seed >>> 0;
  for (const letter of name) state = Math.imul(state ^ letter.charCodeAt(0), 2654435761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Shuffle the numbers from 0 up to a length (Fisher and Yates).
 *
 * Lists with another name get another order from the same seed.
 */
export function shuffled(length: number, seed: number, name: string): number[] {
  const random = createRandom(seed, name);
  const order = Array.from({ length }, (_, index) => index);
  for (let last = length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

/** The same, but never in the order that they came in, unless there is only one. */
export function mixed(length: number, seed: number, name: string): number[] {
  const order = shuffled(length, seed, name);
  const isSame = order.every((one, index) => one === index);
  return isSame ? [...order.slice(1), ...order.slice(0, 1)] : order;
}
