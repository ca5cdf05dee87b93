// Where a reader is taken.

/** Move the reader to a heading: focus for keyboard and screen reader, and into view. */
export function moveTo(heading: HTMLElement): void {
  heading.setAttribute("tabindex", "-1");
  heading.focus({ preventScroll: true });
  // The page around tells the book's page to scroll; anywhere else the widget scrolls itself.
  const isHeard = !window.dispatchEvent(
    new CustomEvent("partnerschap:scroll", { cancelable: true }),
  );
  if (!isHeard) heading.scrollIntoView({ block: "start" });
}
