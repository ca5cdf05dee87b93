// @ts-check
// Above every screen of a session: which one it is, and the button for the beamer.

import { button } from "../../controls/parts.js";
import { spelled } from "../../controls/trainer-parts.js";
import { h } from "../../lib/dom.js";

const BEAMER = "ps-beamer";

/**
 * @param {import("./index.js").Desk} desk
 * @param {HTMLElement} root What fills the whole screen.
 * @returns {import("../../controls/trainer-parts.js").Screen}
 */
export function workHead({ word }, root) {
  const example = h("p", { class: "ps-example" }, word("workshop.example"));
  const name = h("p", { class: "ps-work-name" });
  const large = button(word("workshop.full_screen"), () => void toggle());
  const place = h("div", { class: "ps-work-head", hidden: true }, example, name, large);

  const tell = (/** @type {boolean} */ full) => {
    root.classList.toggle(BEAMER, full);
    large.textContent = word(full ? "workshop.full_screen_end" : "workshop.full_screen");
    window.dispatchEvent(new CustomEvent("partnerschap:scroll"));
  };

  async function toggle() {
    const full = !root.classList.contains(BEAMER);
    try {
      if (full) await root.requestFullscreen();
      else if (document.fullscreenElement) await document.exitFullscreen();
    } catch {
      // A browser that cannot still hides what is not for the beamer.
    }
    tell(full);
  }

  document.addEventListener("fullscreenchange", () => tell(document.fullscreenElement === root));
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && root.classList.contains(BEAMER) && !document.fullscreenElement)
      tell(false);
  });

  return {
    place,
    update(view) {
      place.hidden = !view;
      if (!view) return tell(false);
      example.hidden = !view.demo;
      name.replaceChildren(
        h("strong", {}, view.label || word("workshop.no_label")),
        ` · ${word("workshop.round", { round: view.round })} · ${word("workshop.code")} `,
        spelled(view.code),
      );
    },
  };
}
