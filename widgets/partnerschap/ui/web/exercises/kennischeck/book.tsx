// The pages of the book that this exercise leads to.

import type { ComponentChildren } from "preact";
import { courseAddress } from "../../lib/host";

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
