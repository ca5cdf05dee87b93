// @ts-check
// The pictures of the whole report, drawn by the kernel when they are asked for.

import { busyButton } from "../controls/parts.js";
import { h, section } from "../lib/dom.js";
import { table } from "./charts.js";

/** What is asked of the kernel, as a file is. */
const PICTURES = "pictures.svg";

/**
 * A button that has the pictures drawn, and the place where they come.
 * @param {object} place
 * @param {(id: string, values?: Record<string, string | number>) => string} place.word
 * @param {(file: string) => Promise<any>} place.make Asks the kernel; gives pictures or a fault.
 * @returns {HTMLElement}
 */
export function pictureSection({ word, make }) {
  const told = h("p", { role: "status" });
  const place = h("div", {});
  const draw = async () => {
    told.className = "ps-waiting";
    told.replaceChildren(
      h("span", { class: "ps-spinner", "aria-hidden": "true" }),
      word("file.pictures_drawing"),
    );
    const reply = await make(PICTURES);
    if (reply.kind !== "pictures") {
      told.className = "ps-problem";
      told.textContent = reply.reason === "lost" ? word("file.pictures_lost") : reply.message;
      return;
    }
    // Who sees the pictures need not read that they are there.
    told.className = "ps-hidden";
    told.textContent = word("file.pictures_ready");
    asking.remove();
    place.replaceChildren(...reply.pictures.map((/** @type {any} */ one) => pictureOf(one, word)));
    place.querySelector("h4")?.focus();
  };
  const press = busyButton(word("file.pictures_draw"), draw);
  const asking = h("p", { class: "ps-buttons ps-undrawn" }, press);
  return section(
    word("file.pictures"),
    h("p", {}, word("file.pictures_what")),
    asking,
    told,
    place,
  );
}

/**
 * A picture with its sentence below it and its figures in a table.
 * @param {any} picture As `partnerschap.ui.made_file` sends it.
 * @param {(id: string) => string} word
 */
function pictureOf({ heading, reading, legend, svg, alternative, header, rows }, word) {
  return h(
    "div",
    { class: "ps-picture" },
    h("h4", { tabindex: -1 }, heading),
    reading && h("p", {}, reading),
    h(
      "figure",
      {},
      h(
        "div",
        { class: "ps-table-scroll", tabindex: 0, role: "region", "aria-label": heading },
        h(
          "div",
          { class: "ps-drawn", role: "img", "aria-label": alternative },
          legend && drawn(legend),
          drawn(svg),
        ),
      ),
      // The picture itself already says it to who does not see it.
      h("figcaption", { class: "ps-hint", "aria-hidden": "true" }, alternative),
    ),
    table(word("result.table"), header, rows),
  );
}

/** @param {string} svg */
function drawn(svg) {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  parsed.setAttribute("aria-hidden", "true");
  return document.importNode(parsed, true);
}
