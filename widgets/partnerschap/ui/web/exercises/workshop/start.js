// @ts-check
// Before there is a session: make one, or open one with its link; and keep that link.

import { button, field, mainButton, problem } from "../../controls/parts.js";
import { folded, saving } from "../../controls/trainer-parts.js";
import { h } from "../../lib/dom.js";
import { secretIn, secretLink } from "../../lib/trainer-link.js";
import { copied } from "../../results/dom-adapters.js";
import { openingForm } from "./opening.js";

/** @typedef {import("./index.js").Desk} Desk */
/** @typedef {import("../../controls/trainer-parts.js").Screen} Screen */

/** @param {Desk} desk @returns {Screen} */
export function showStart(desk) {
  const { word } = desk;
  return {
    place: h(
      "div",
      {},
      h("h2", {}, word("workshop.start")),
      h("p", {}, word("workshop.start_what")),
      h(
        "div",
        { class: "ps-private" },
        ...[1, 2, 3].map((number) => h("p", {}, word(`workshop.data_${number}`))),
      ),
      folded(word("workshop.open_existing"), openExisting(desk)),
      openingForm(desk),
      h("p", { class: "ps-hint" }, word("workshop.try_demo")),
    ),
  };
}

/** @param {Desk} desk */
function openExisting(desk) {
  const { word } = desk;
  const wrong = problem();
  const input = /** @type {HTMLInputElement} */ (
    h("input", { type: "text", autocomplete: "off", spellcheck: "false" })
  );
  return h(
    "form",
    {
      onsubmit: async (/** @type {Event} */ event) => {
        event.preventDefault();
        const token = secretIn(input.value);
        wrong.tell(token ? "" : word("workshop.no_link"));
        if (!token) return;
        const reply = await desk.request({ kind: "enter", token, session: null });
        if (reply.kind === "view") desk.opened({ token }, reply);
        else wrong.tell(reply.message);
      },
    },
    field(word("workshop.paste_link"), input),
    wrong.place,
    h(
      "p",
      { class: "ps-buttons" },
      h("button", { class: "ps-button", type: "submit" }, word("workshop.open_it")),
    ),
  );
}

/** The secret link, once, with why. @param {Desk} desk @returns {Screen} */
export function showKeep(desk) {
  const { word, kept } = desk;
  const link = secretLink(kept?.token ?? "");
  const written = h("code", { class: "ps-code-text" }, link);
  const said = saving();
  const file = URL.createObjectURL(
    new Blob([`${word("workshop.link_text")}\n\n${link}\n`], { type: "text/plain" }),
  );
  return {
    place: h(
      "div",
      {},
      h("h2", {}, word("workshop.keep")),
      h("p", {}, word("workshop.keep_why")),
      h("p", {}, written),
      h(
        "p",
        { class: "ps-buttons" },
        button(word("workshop.copy"), async () =>
          said.tell(word((await copied(written)) ? "workshop.copied" : "workshop.copy_by_hand")),
        ),
        h(
          "a",
          { class: "ps-button ps-link", href: file, download: word("workshop.link_file") },
          word("workshop.download"),
        ),
      ),
      said.place,
      h("p", { class: "ps-note" }, word("workshop.keep_secret")),
      h(
        "p",
        { class: "ps-buttons" },
        mainButton(word("workshop.is_kept"), () => {
          desk.keep({ fresh: false });
          desk.show();
        }),
      ),
    ),
    leave: () => URL.revokeObjectURL(file),
  };
}

/** @param {Desk} desk @returns {Screen} */
export function showWaiting({ word }) {
  return {
    place: h(
      "p",
      { class: "ps-waiting", role: "status" },
      h("span", { class: "ps-spinner", "aria-hidden": "true" }),
      word("workshop.waiting"),
    ),
  };
}

/** The session is there, but cannot be shown now. @param {Desk} desk @returns {Screen} */
export function showStuck(desk) {
  return {
    place: h(
      "div",
      {},
      h("h2", {}, desk.word("workshop.stuck")),
      h("p", {}, desk.word("workshop.stuck_what")),
      h(
        "p",
        { class: "ps-buttons" },
        mainButton(desk.word("workshop.again"), () => void desk.enter()),
      ),
    ),
  };
}

/** After everything was deleted. @param {Desk} desk @returns {Screen} */
export function showGone(desk) {
  return {
    place: h(
      "div",
      {},
      h("h2", {}, desk.word("workshop.gone")),
      h("p", {}, desk.word("workshop.gone_what")),
      h(
        "p",
        { class: "ps-buttons" },
        button(desk.word("workshop.start"), () => desk.leave()),
      ),
    ),
  };
}
