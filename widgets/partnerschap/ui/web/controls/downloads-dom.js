// @ts-check
// Files that the kernel makes, for the reader to save.

import { h, section } from "../lib/dom.js";
import { busyButton } from "./parts.js";

/** How long a saved file may take to reach the disk, in ms. */
const KEPT = 60_000;

/**
 * Hand a file over to the browser's downloads.
 * @param {{name: string, media: string, data: DataView}} file
 */
function saveFile({ name, media, data }) {
  const bytes = /** @type {BlobPart} */ (/** @type {unknown} */ (data));
  const url = URL.createObjectURL(new Blob([bytes], { type: media }));
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}

/**
 * Hand over what the kernel made; gives what to tell the reader.
 * @param {(id: string, values?: Record<string, string | number>) => string} word
 * @param {any} reply A file or a fault.
 */
export function taken(word, reply) {
  if (reply.kind !== "file") return reply.reason === "lost" ? word("file.lost") : reply.message;
  saveFile(reply);
  return word("file.made", { name: reply.name });
}

/**
 * Buttons that each have the kernel make a file.
 * @param {object} place
 * @param {(id: string, values?: Record<string, string | number>) => string} place.word
 * @param {string[]} place.files Each a kind and a suffix, such as `plan.pdf`.
 * @param {(file: string) => Promise<any>} place.make Asks the kernel; gives a file or a fault.
 * @param {string} [place.heading]
 * @returns {HTMLElement}
 */
export function fileButtons({ word, files, make, heading = word("file.heading") }) {
  const told = h("p", { class: "ps-hint", role: "status" });
  const get = async (/** @type {string} */ file) => {
    told.className = "ps-waiting";
    told.replaceChildren(
      h("span", { class: "ps-spinner", "aria-hidden": "true" }),
      word("file.making"),
    );
    const reply = await make(file);
    told.className = reply.kind === "file" ? "ps-hint" : "ps-problem";
    told.textContent = taken(word, reply);
  };
  return section(
    heading,
    h("p", {}, word("file.what")),
    h(
      "ul",
      { class: "ps-files" },
      ...files.map((file) => {
        const id = file.replaceAll(/[-.]/g, "_");
        const press = busyButton(word(`file.${id}`), () => get(file), { "data-file": file });
        return h("li", {}, press, " ", h("span", { class: "ps-hint" }, word(`file.${id}_what`)));
      }),
    ),
    told,
  );
}
