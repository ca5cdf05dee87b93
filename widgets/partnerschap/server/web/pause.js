// @ts-check
// Waiting before trying again: longer each time, and for nobody as long as for another, so that a
// room full of phones does not all come back at the same moment.

const FIRST = 400;
const LONGEST = 5000;

/**
 * @param {number} tries How often it was tried before.
 * @param {number} [atLeast] In ms.
 */
export function pause(tries, atLeast = 0) {
  const longest = Math.max(atLeast, Math.min(LONGEST, FIRST * 2 ** tries));
  return new Promise((resolve) => setTimeout(resolve, longest * (0.6 + 0.4 * Math.random())));
}

/** Whether the reader went elsewhere; a browser may keep such a page and show it again. */
let left = false;
window.addEventListener("pagehide", () => (left = true));
window.addEventListener("pageshow", () => (left = false));

/** Wait until somebody looks at the page; nobody does who is just leaving it. */
export async function untilLookedAt() {
  while (left || document.visibilityState === "hidden") {
    await new Promise((resolve) => {
      for (const event of ["visibilitychange", "pageshow"]) {
        window.addEventListener(event, resolve, { once: true, capture: true });
      }
    });
  }
}
