// Dates in words, and which of them may be chosen.

import { LIMITS } from "../protocol";

/** Of a step of the plan: as the kernel has it. */
export const DATES = { min: LIMITS.firstDue, max: LIMITS.lastDue };

/** A date in words; year, month and day, or a moment. */
export function dateWords(language: string, date: string): string {
  // Noon, so that no time zone makes it another day.
  const day = new Date(date.length > 10 ? date : `${date}T12:00:00`);
  return new Intl.DateTimeFormat(language, {
    day: "numeric",
    month: "long",
    year: "numeric",
  }).format(day);
}

/** Today as the reader's own calendar has it. */
export function today(now = new Date()): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
