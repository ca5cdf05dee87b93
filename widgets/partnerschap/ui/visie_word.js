// @ts-check
// The whole vision as a Word file, which the kernel makes.

import { Lost } from "./connection.js";
import { saveFile } from "./files.js";
import { button } from "./parts.js";

/** @typedef {(question: object) => Promise<any>} Ask */

/**
 * @param {import("./parts.js").Stage["word"]} word
 * @param {() => Promise<any>} make Asks the kernel; gives a file or a fault.
 * @param {(sentence: string) => void} tell
 */
export function wordButton(word, make, tell) {
  const get = async () => {
    if (pressed.getAttribute("aria-disabled")) return;
    // Not `disabled`: that would take the focus away from who pressed it.
    pressed.setAttribute("aria-disabled", "true");
    tell(word("file.making"));
    try {
      const reply = await make();
      if (reply.kind === "file") saveFile(reply);
      tell(reply.kind === "file" ? word("file.made", { name: reply.name }) : reply.message);
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
      tell(word("file.lost"));
    } finally {
      pressed.removeAttribute("aria-disabled");
    }
  };
  const pressed = button(word("visie.word"), () => void get());
  return pressed;
}
