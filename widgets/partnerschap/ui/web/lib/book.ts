// The page of the book around an exercise: what it hears of what is done.

import { today } from "./dates";
import { recall, remember } from "./storage";

/** Whether a page of the book, or another one, has this exercise in it. */
export const isInPage = () => window.parent !== window;

/** What the book hears: an exercise or a check that is done, or how a test went. */
type Done =
  | { what: "exercise" | "check"; module: string }
  | {
      what: "test";
      day: string;
      right: number;
      total: number;
      attempt: number;
      norm: number | null;
    };

/**
 * Tell the book what is done.
 *
 * On a page of its own an exercise leaves word in this browser, which the next page of the book takes
 * over: the day of each step of a module, under that module's name.
 */
export function tellBook(done: Done): void {
  if (isInPage()) {
    window.parent.postMessage({ type: "partnerschap:done", ...done }, window.location.origin);
  } else if (done.what !== "test") {
    const name = `done:${done.module}`;
    remember(name, { ...recall(name, {}), [done.what]: today() });
  }
}
