// @ts-check
// A place to read answer codes: pasted or typed, or with the camera, one person after another.

import { h } from "../lib/dom.js";
import { CodeCamera } from "./camera.js";
import { button } from "./parts.js";

/**
 * @typedef {object} CodeReader
 * @property {HTMLElement} place To put in the page.
 * @property {() => void} stop Switch the camera off; call it when `place` leaves the page.
 * @property {(text: string, wrong?: boolean) => void} tell Say what came of a code.
 */

/**
 * @param {object} options
 * @param {(id: string) => string} options.word Words of the catalogue; needs those under `code.`.
 * @param {(text: string) => void} options.onCode Gets what was pasted or seen, whatever it is. The
 *   camera gives a text once until it is stopped; a pasted text comes as often as it is sent.
 * @param {import("./qr-frames.js").DecoderLoader} options.loadDecoder
 * @returns {CodeReader}
 */
export function codeReader({ word, onCode, loadDecoder }) {
  const status = h("p", { class: "ps-reader-status", role: "status" });
  const tell = (/** @type {string} */ text, wrong = false) => {
    status.classList.toggle("ps-problem", wrong);
    status.classList.toggle("ps-note", !wrong && text !== "");
    status.textContent = text;
  };

  const field = /** @type {HTMLInputElement} */ (
    h("input", {
      type: "text",
      autocomplete: "off",
      autocapitalize: "characters",
      spellcheck: "false",
    })
  );
  const form = h(
    "form",
    {
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        const text = field.value.trim();
        field.focus();
        field.select(); // the next code takes its place, and a mistake can still be mended
        if (text) onCode(text);
        else tell(word("code.nothing"), true);
      },
    },
    h("p", { class: "ps-hint" }, word("code.field_hint")),
    h("label", { class: "ps-field" }, word("code.field"), field),
    h("button", { class: "ps-button", type: "submit" }, word("code.add")),
  );

  const video = /** @type {HTMLVideoElement} */ (
    h("video", {
      class: "ps-camera",
      playsinline: true,
      muted: true,
      hidden: true,
      "aria-label": word("code.camera_view"),
    })
  );
  video.muted = true; // the attribute alone does not do it for an element made by a script
  const stopped = () => {
    toggle.textContent = word("code.camera_start");
    video.hidden = true;
    tell(word("code.camera_stopped"));
  };
  const camera = new CodeCamera(video, onCode, stopped, loadDecoder);
  const toggle = button(
    word("code.camera_start"),
    () => void (camera.running ? camera.stop() : start()),
  );

  async function start() {
    toggle.textContent = word("code.camera_stop");
    video.hidden = false;
    tell(word("code.camera_opening"));
    const reason = await camera.start();
    if (reason) {
      toggle.textContent = word("code.camera_start");
      video.hidden = true;
      tell(word(`code.camera_${reason}`), true);
    } else if (camera.running) {
      tell(word("code.camera_ready"));
    }
  }

  const place = h(
    "div",
    { class: "ps-reader" },
    h("div", {}, h("p", { class: "ps-buttons" }, toggle), video),
    status,
    form,
  );
  return { place, stop: camera.stop, tell };
}
