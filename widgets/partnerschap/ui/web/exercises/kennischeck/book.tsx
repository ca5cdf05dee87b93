// The page of the book around this exercise, and the pages that it leads to.

import type { ComponentChildren } from "preact";
import { courseAddress } from "../../lib/host";

/** Whether a page of the book, or another one, has this exercise in it. */
export const isInPage = () => window.parent !== window;

/** What the book hears: a check that is done, or how a test went. */
type Done =
  | { what: "check"; module: string }
  | {
      what: "test";
      day: string;
      right: number;
      total: number;
      attempt: number;
      norm: number | null;
    };

/** Tell the book what is done. */
export function tellBook(done: Done): void {
  if (!isInPage()) return;
  window.parent.postMessage({ type: "partnerschap:done", ...done }, window.location.origin);
}

/** A link to a page of the course, in place of the whole page; only its words where there is no course. */
export function CourseLink({ page, children }: { page: string; children: ComponentChildren }) {
  const href = courseAddress(page);
  return href ? (
    <a href={href} target="_top" rel="noopener">
      {children}
    </a>
  ) : (
    <span>{children}</span>
  );
}
