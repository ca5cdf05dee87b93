// Where a reader is taken.

import { scrollToTop } from "./host";

/** How long the frame around a page may take to grow, in ms. */
const GROWS_WITHIN = 1000;

/** Move the reader to a heading: focus for keyboard and screen reader, and into view. */
export function moveTo(heading: HTMLElement): void {
  heading.setAttribute("tabindex", "-1");
  heading.focus({ preventScroll: true });
  // Where no page around the widget scrolls, the widget does it itself.
  if (!scrollToTop()) heading.scrollIntoView({ block: "start" });
}

/**
 * Move the reader to what was added under what stands there already: it stays in sight as far as it fits.
 *
 * The frame around a page grows with it a moment later, and only then there is room to scroll.
 */
export function moveToNew(part: HTMLElement): void {
  part.setAttribute("tabindex", "-1");
  part.focus({ preventScroll: true });
  const show = () => part.scrollIntoView({ block: "start" });
  show();
  window.addEventListener("resize", show, { once: true });
  setTimeout(() => window.removeEventListener("resize", show), GROWS_WITHIN);
}
