// @ts-check
// The form of somebody alone; the answers stay in this browser.

import { h } from "../../lib/dom.js";
import { fillIn } from "../../questionnaire/statements.js";

/** @typedef {import("./index.js").Scan} Scan */

/**
 * @param {HTMLElement} root
 * @param {Scan} scan
 * @returns {HTMLElement} The heading of the area.
 */
export function showForm(root, scan) {
  const { word } = scan;
  const status = h("span", { class: "ps-kept", role: "status" });
  return fillIn(root, scan, {
    status,
    answer(item, value) {
      const answers = { ...scan.memory.answers };
      if (value === null) delete answers[item.id];
      else answers[item.id] = value;
      status.textContent = scan.keep({ answers }) ? word("form.kept") : word("form.not_kept");
    },
    finishWord: word("form.finish"),
    finish: () => scan.go("result"),
    buttons: [
      h(
        "button",
        { class: "ps-button", type: "button", onclick: () => scan.go("start") },
        word("form.back_to_start"),
      ),
      h("button", { class: "ps-button", type: "button", onclick: scan.wipe }, word("form.wipe")),
    ],
  }).heading;
}
