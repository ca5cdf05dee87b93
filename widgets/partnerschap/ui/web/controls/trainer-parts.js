// @ts-check
// Small parts that the trainer's screens share.

import { h } from "../lib/dom.js";
import { exerciseAddress } from "../lib/host";
import { button } from "./parts.js";

/** @typedef {import("../lib/dom.js").Child} Child */

/**
 * A screen of the trainer.
 * @typedef {object} Screen
 * @property {HTMLElement} place
 * @property {(view: any) => void} [update] Show what changed, and leave alone what is being typed.
 * @property {() => void} [leave] When another screen takes its place.
 */

/**
 * A button that first says what it does, and does it at the second one.
 * @param {object} options
 * @param {string} options.ask
 * @param {() => Child[]} options.say What will happen; asked again when `refresh` is called.
 * @param {string} options.yes
 * @param {string} options.no
 * @param {() => void} options.go
 * @param {boolean} [options.main] Whether this is what most people come for.
 */
export function twoSteps({ ask, say, yes, no, go, main = false }) {
  const classes = main ? "ps-button ps-main" : "ps-button";
  const said = h("div", { tabindex: -1 });
  const first = button(ask, () => toggle(true), { class: classes, "aria-expanded": "false" });
  const panel = h(
    "div",
    { class: "ps-sure", role: "group", "aria-label": ask, hidden: true },
    said,
    h(
      "p",
      { class: "ps-buttons" },
      button(
        yes,
        () => {
          toggle(false);
          go();
        },
        { class: "ps-button ps-main" },
      ),
      button(no, () => {
        toggle(false);
        first.focus();
      }),
    ),
  );
  const refresh = () => said.replaceChildren(...say().filter((child) => child instanceof Node));
  const toggle = (/** @type {boolean} */ open) => {
    panel.hidden = !open;
    first.hidden = open;
    first.setAttribute("aria-expanded", String(open));
    if (!open) return;
    refresh();
    said.focus();
  };
  return { place: h("div", {}, first, panel), refresh };
}

/** A folded panel. @param {string} title @param {...(Child | Child[])} children */
export function folded(title, ...children) {
  return h("details", { class: "ps-panel" }, h("summary", {}, title), ...children);
}

/** A code as people read it out: two times three. @param {string} code */
export function spelled(code) {
  return h(
    "span",
    { class: "ps-spelled" },
    h("span", { "aria-hidden": "true" }, `${code.slice(0, 3)} ${code.slice(3)}`),
    h("span", { class: "ps-hidden" }, [...code].join(" ")),
  );
}

/** Where participants go; null where exercises have no pages. @param {string} code */
export const joinAddress = (code) => exerciseAddress("meedoen", { search: `?sessie=${code}` });

/**
 * The way to another exercise: a link where that has a page, else which notebook it is.
 * @param {(id: string, values?: Record<string, string>) => string} word
 * @param {string} id
 * @param {object} options
 * @param {string} options.text
 * @param {string | null} options.href
 * @param {string} [options.target]
 */
export function exerciseLink(word, id, { text, href, target }) {
  return href
    ? h("a", { class: "ps-button ps-link", href, target, rel: target && "noopener" }, text)
    : h("span", {}, word("exercise.notebook", { what: text, notebook: `${id}.ipynb` }));
}

/**
 * The same for the trainer, whose secret goes along.
 * @param {(id: string, values?: Record<string, string>) => string} word
 * @param {string} id
 * @param {string} text
 * @param {string | null | undefined} token
 */
export const trainerLink = (word, id, text, token) =>
  exerciseLink(word, id, { text, href: exerciseAddress(id, { hash: `#trainer=${token}` }) });

/** A place that says that something is saved, or why it is not. */
export function saving() {
  const place = h("p", { class: "ps-saving", role: "status" });
  return {
    place,
    tell(/** @type {string} */ text, wrong = false) {
      place.classList.toggle("ps-problem", wrong && text !== "");
      if (place.textContent !== text) place.textContent = text;
    },
  };
}
