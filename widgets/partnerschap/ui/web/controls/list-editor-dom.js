// @ts-check
// A list of short texts that a reader adds to and takes from.

import { h } from "../lib/dom.js";
import { problem, tidy } from "./parts.js";

/** From this number of characters left on, the field says how many are left. */
const NEARLY_FULL = 30;

/** @typedef {{id: string, text: string}} Entry */

/**
 * @param {import("./parts.js").Stage} stage
 * @param {object} options
 * @param {string} options.label Of the field.
 * @param {number} options.longest Characters of a text.
 * @param {number} options.most Texts in the list.
 * @param {() => Entry[]} options.entries As they are now.
 * @param {() => string} [options.refuse] Why nothing can be added now, or an empty text.
 * @param {(text: string) => void} options.add
 * @param {(entry: Entry) => void} options.remove
 */
export function listEditor(
  stage,
  { label, longest, most, entries, refuse = () => "", add, remove },
) {
  const { word, count, say } = stage;
  const trouble = problem();
  const left = h("span", { class: "ps-hint" });
  const input = /** @type {HTMLInputElement} */ (
    h("input", { type: "text", maxlength: longest, autocomplete: "off", oninput: () => tellLeft() })
  );
  const list = h("ul", { class: "ps-entries" });

  const tellLeft = () => {
    trouble.tell("");
    const rest = longest - input.value.length;
    left.textContent = rest > NEARLY_FULL ? "" : count("exercise.left", rest);
  };

  const show = () => {
    list.replaceChildren(...entries().map(row));
    list.hidden = entries().length === 0;
  };

  const row = (/** @type {Entry} */ entry) =>
    h(
      "li",
      {},
      h("span", {}, entry.text),
      h(
        "button",
        {
          class: "ps-clear",
          type: "button",
          "aria-label": word("exercise.remove_of", { text: entry.text }),
          onclick: () => {
            remove(entry);
            show();
            say(word("exercise.removed", { text: entry.text }));
            input.focus();
          },
        },
        word("exercise.remove"),
      ),
    );

  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const text = tidy(input.value);
    const same = entries().some((entry) => entry.text.toLowerCase() === text.toLowerCase());
    if (!text) return trouble.tell(word("exercise.empty"));
    if (same) return trouble.tell(word("exercise.twice"));
    if (entries().length >= most) return trouble.tell(word("exercise.full", { limit: most }));
    if (refuse()) return trouble.tell(refuse());
    add(text);
    input.value = "";
    tellLeft();
    show();
    say(word("exercise.added", { text }));
    return input.focus();
  };

  show();
  return {
    place: h(
      "div",
      {},
      list,
      h(
        "form",
        { class: "ps-add", onsubmit: submit },
        h("label", { class: "ps-field" }, label, input),
        h("button", { class: "ps-button", type: "submit" }, word("exercise.add")),
      ),
      left,
      trouble.place,
    ),
    show,
    focus: () => input.focus(),
  };
}
