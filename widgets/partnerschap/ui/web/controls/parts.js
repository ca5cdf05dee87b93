// @ts-check
// What the exercises that work in the page alone share: their screens and what they remember, and
// a few parts of a screen.

import { fill, h, moveTo } from "../lib/dom.js";
import { forget, recall as recallAs, remember } from "../lib/storage";

/** @typedef {import("../lib/dom.js").Child} Child */

/**
 * What the screens of an exercise share.
 * @typedef {object} Stage
 * @property {any} specification See `partnerschap.ui.exercise_content`.
 * @property {any} content The exercise's own part of it.
 * @property {any} memory What the reader did; `screen` is the screen that is open.
 * @property {(id: string, values?: Record<string, string | number>) => string} word
 * @property {(id: string, n: number, values?: Record<string, string | number>) => string} count
 *   The word that ends in `_one` or `_many`, with the number as `{n}`.
 * @property {(changes: object) => void} keep Change the memory and save it in this browser.
 * @property {(screen: string, changes?: object) => void} go Show another screen.
 * @property {() => void} show Show the same screen again, with what is remembered.
 * @property {(text: string) => void} say Tell a reader who does not see the screen.
 * @property {() => void} wipe
 * @property {HTMLElement} saved Tells whether this browser keeps what is filled in.
 */

/**
 * Open an exercise on the screen where the reader was.
 * @param {{model: import("@anywidget/types").AnyModel, el: HTMLElement}} context
 * @param {object} options
 * @param {Record<string, any>} options.empty What is remembered at the start.
 * @param {Record<string, (stage: Stage) => Child[]>} options.screens Each with its `h2`.
 * @param {string} [options.key] Where it is remembered, if not under the exercise's own id.
 */
export function open({ model, el }, { empty, screens, key }) {
  const specification = model.get("specification");
  const name = key ?? specification.exercise;
  const first = Object.keys(screens)[0];
  const page = h("div", {});
  const said = h("p", { class: "ps-hidden", role: "status" });
  el.append(h("div", { class: "ps-exercise", lang: specification.language }, page, said));
  const fresh = () => ({ screen: first, ...structuredClone(empty) });

  /** @type {Stage} */
  const stage = {
    specification,
    content: specification.content,
    memory: recallAs(name, fresh()),
    word: (id, values = {}) => fill(specification.messages[id] ?? id, values),
    count: (id, n, values = {}) =>
      stage.word(`${id}_${n === 1 ? "one" : "many"}`, { n, ...values }),
    keep(changes) {
      Object.assign(stage.memory, changes);
      const kept = remember(name, stage.memory);
      stage.saved.textContent = stage.word(kept ? "exercise.kept" : "exercise.not_kept");
    },
    go(screen, changes = {}) {
      stage.keep({ ...changes, screen });
      stage.show();
      const heading = page.querySelector("h2");
      if (heading) moveTo(heading);
    },
    show() {
      stage.saved.textContent = "";
      const shown = screens[stage.memory.screen] ?? screens[first];
      page.replaceChildren(h("div", {}, ...shown(stage)));
    },
    say(text) {
      said.textContent = text;
    },
    wipe() {
      if (!window.confirm(stage.word("exercise.wipe_sure"))) return;
      forget(name);
      stage.memory = fresh();
      stage.show();
      const note = h("p", { class: "ps-note", tabindex: -1 }, stage.word("exercise.wiped"));
      page.prepend(note);
      note.focus();
    },
    saved: h("span", { class: "ps-kept" }),
  };
  stage.show();
}

/**
 * @param {string} text
 * @param {() => void} onclick
 * @param {Record<string, any>} [attributes]
 */
export function button(text, onclick, attributes = {}) {
  return h("button", { class: "ps-button", type: "button", onclick, ...attributes }, text);
}

/**
 * A button that does nothing more while what it began goes on.
 * @param {string} text
 * @param {() => Promise<void>} act
 * @param {Record<string, unknown>} [attributes]
 */
export function busyButton(text, act, attributes = {}) {
  const press = button(
    text,
    async () => {
      if (press.getAttribute("aria-disabled")) return;
      // Not `disabled`: that would take the focus away from who pressed it.
      press.setAttribute("aria-disabled", "true");
      try {
        await act();
      } finally {
        press.removeAttribute("aria-disabled");
      }
    },
    attributes,
  );
  return press;
}

/** The button that brings a reader further. @param {string} text @param {() => void} onclick */
export function mainButton(text, onclick) {
  return button(text, onclick, { class: "ps-button ps-main" });
}

/**
 * The row under every screen: go back, print where there is something to print, and wipe.
 * @param {Stage} stage
 * @param {{back?: string, backWord?: string, print?: boolean}} [options]
 */
export function lastRow(
  { word, go, wipe },
  { back, backWord = word("exercise.back"), print = false } = {},
) {
  return h(
    "p",
    { class: "ps-buttons ps-quiet" },
    back && button(backWord, () => go(back)),
    print && button(word("exercise.print"), () => window.print()),
    button(word("exercise.wipe"), wipe),
  );
}

/** Where what is filled in goes. @param {Stage} stage @param {string} [id] Of other words for it. */
export function privacy(stage, id = "exercise.private") {
  stage.keep({});
  const kept = stage.saved.textContent === stage.word("exercise.kept");
  stage.saved.textContent = "";
  return h("p", { class: "ps-private" }, stage.word(kept ? id : "exercise.not_kept"));
}

/** A place for what is wrong; `tell` shows a text there, or nothing. */
export function problem() {
  const place = h("p", { class: "ps-problem", role: "alert", hidden: true });
  return {
    place,
    tell(/** @type {string} */ text) {
      place.hidden = !text;
      place.textContent = text;
    },
  };
}

/** How far the reader is. @param {Stage} stage @param {number} total */
export function progress({ saved }, total) {
  const bar = /** @type {HTMLProgressElement} */ (
    h("progress", { max: total, "aria-hidden": "true" })
  );
  const text = h("span", {});
  return {
    place: h("div", { class: "ps-progress" }, h("p", {}, text, saved), bar),
    tell(/** @type {number} */ done, /** @type {string} */ words) {
      bar.value = done;
      text.textContent = words;
    },
  };
}

/**
 * Answers of which one can be chosen.
 * @param {string} legend
 * @param {string} name
 * @param {{id: string, name: string, area?: string}[]} options
 * @param {string | null | undefined} chosen
 * @param {(id: string) => void} choose
 * @param {string} [classes]
 */
export function choices(legend, name, options, chosen, choose, classes = "ps-marks") {
  return h(
    "fieldset",
    { class: classes },
    h("legend", {}, legend),
    ...options.map((option) =>
      h(
        "label",
        { class: "ps-option", style: option.area && `--area: var(--ps-${option.area})` },
        h("input", {
          type: "radio",
          name,
          value: option.id,
          checked: option.id === chosen,
          onchange: () => choose(option.id),
        }),
        h("span", {}, option.name),
      ),
    ),
  );
}

/** The kinds of organisations. @param {Stage} stage @param {(id: string) => void} choose */
export function sectors({ specification, memory, word }, choose) {
  const legend = word("exercise.sector");
  return choices(legend, "sector", specification.sectors, memory.sector, choose, "ps-choices");
}

/** A field with its label. @param {string} label @param {HTMLElement} input */
export function field(label, input) {
  return h("label", { class: "ps-field" }, label, input);
}

/** @param {string} value */
export const tidy = (value) => value.replace(/\s+/g, " ").trim();
