// Waiting before trying again: longer each time, and for nobody as long as for another, so that a
// room full of phones does not all come back at the same moment.

const FIRST = 400;
const LONGEST = 5000;

/**
 * @param tries How often it was tried before.
 * @param atLeast In ms.
 */
export function pause(tries: number, atLeast = 0): Promise<void> {
  const longest = Math.max(atLeast, Math.min(LONGEST, FIRST * 2 ** tries));
  return new Promise((resolve) => setTimeout(resolve, longest * (0.6 + 0.4 * Math.random())));
}

/** Whether the reader went elsewhere; a browser may keep such a page and show it again. */
let left = false;
window.addEventListener("pagehide", () => {
  left = true;
});
window.addEventListener("pageshow", () => {
  left = false;
});

/** Wait until somebody looks at the page; nobody does who is just leaving it. */
export async function untilLookedAt(): Promise<void> {
  while (left || document.visibilityState === "hidden") {
    await new Promise<void>((resolve) => {
      for (const event of ["visibilitychange", "pageshow"])
        window.addEventListener(event, () => resolve(), { once: true, capture: true });
    });
  }
}
