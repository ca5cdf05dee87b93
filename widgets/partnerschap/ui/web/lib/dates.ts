// Dates in words, and which of them may be chosen.

/** Of a step of the plan. The kernel keeps to the same; see `planning.py`. */
export const DATES = { min: "2020-01-01", max: "2099-12-31" };

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
