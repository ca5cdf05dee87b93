// What surrounds the widget: the course's own server, Voila, JupyterLab, Notebook. A widget works in each,
// but only where a notebook is a page of its own there is an address to send somebody to.

import { today } from "./dates";
import { recall, remember } from "./storage";

/** The page of a notebook in Voila, wherever that is served. */
const VOILA_PAGE = /\/voila\/render\/(?:[^/]+\/)*[^/]+\.ipynb$/;

/** What an address says beside the page. */
export interface AddressExtra {
  /** With the question mark. */
  search?: string;
  /** With the hash. */
  hash?: string;
}

/** Address of another exercise's page, beside this one; null where exercises have no pages. */
export function exerciseAddress(
  id: string,
  { search = "", hash = "" }: AddressExtra = {},
  here = window.location.href,
): string | null {
  const url = new URL(here);
  return VOILA_PAGE.test(url.pathname)
    ? new URL(`${id}.ipynb${search}${hash}`, url.origin + url.pathname).href
    : null;
}

/** Address of a page of the course; null unless the page around the widget says where that is. */
export function courseAddress(page: string): string | null {
  const around = document.querySelector<HTMLElement>("[data-course]")?.dataset.course;
  return around === undefined
    ? null
    : new URL(`${page}.html`, new URL(around, document.baseURI)).href;
}

/**
 * Show the beginning of the exercise to who scrolled down. The page around it does that, and tells the
 * book's page too; gives whether there is a page that does.
 */
export const scrollToTop = (): boolean =>
  !window.dispatchEvent(new CustomEvent("partnerschap:scroll", { cancelable: true }));

/**
 * Keep the keys of what has the focus. JupyterLab hears them first: the arrows would leave a group of
 * radio buttons for another cell, and D D would delete the cell. It looks for this attribute on what has
 * the focus itself, before its selectors; on a parent it comes too late.
 */
export function keepKeys({ target }: FocusEvent): void {
  if (target instanceof Element) target.setAttribute("data-lm-suppress-shortcuts", "true");
}

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
