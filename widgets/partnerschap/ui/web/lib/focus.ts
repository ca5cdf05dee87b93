// Where a reader is taken.

import { scrollToTop } from "./host";

/** Move the reader to a heading: focus for keyboard and screen reader, and into view. */
export function moveTo(heading: HTMLElement): void {
  heading.setAttribute("tabindex", "-1");
  heading.focus({ preventScroll: true });
  // Where no page around the widget scrolls, the widget does it itself.
  if (!scrollToTop()) heading.scrollIntoView({ block: "start" });
}
