// @ts-check
// How much time there is for a step; without a sound, and kept when the page loads again.

import { button } from "../../controls/parts.js";
import { h } from "../../lib/dom.js";

const PLACE = "partnerschap:clock";
const TICK = 500;
const LAST = 60;

/**
 * @param {import("./index.js").Desk["word"]} word
 * @param {string} id Of the step in this round.
 * @param {number} minutes
 * @returns {import("../../controls/trainer-parts.js").Screen}
 */
export function stepClock(word, id, minutes) {
  /** Seconds that are left, or the moment (ms) at which it ends while it runs. */
  let { left, ends } = recall(id) ?? { left: minutes * 60, ends: 0 };
  let said = "";
  const time = h("span", { class: "ps-time", role: "timer" });
  const status = h("span", { class: "ps-hidden", "aria-live": "polite" });
  const toggle = button("", () => (ends ? pause() : start()));
  const again = button(word("workshop.clock_again"), () => {
    ends = 0;
    left = minutes * 60;
    show();
  });
  const place = h(
    "div",
    { class: "ps-clock" },
    time,
    status,
    h("span", { class: "ps-clock-buttons" }, toggle, again),
  );

  const rest = () => (ends ? Math.max(0, Math.ceil((ends - Date.now()) / 1000)) : left);
  const start = () => {
    ends = Date.now() + left * 1000;
    show();
  };
  const pause = () => {
    left = rest();
    ends = 0;
    show();
  };
  const show = () => {
    const seconds = rest();
    const over = seconds === 0;
    time.textContent = over
      ? word("workshop.clock_over")
      : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    place.classList.toggle("ps-over-time", over);
    toggle.textContent = word(ends ? "workshop.clock_pause" : "workshop.clock_start");
    toggle.hidden = over;
    const news = !ends
      ? ""
      : over
        ? word("workshop.clock_over")
        : seconds <= LAST
          ? word("workshop.clock_last")
          : "";
    if (news !== said) status.textContent = said = news;
    keep({ id, left, ends });
  };

  show();
  const ticking = setInterval(() => ends && show(), TICK);
  return { place, leave: () => clearInterval(ticking) };
}

/** @param {{id: string, left: number, ends: number}} state */
function keep(state) {
  try {
    window.sessionStorage.setItem(PLACE, JSON.stringify(state));
  } catch {
    // After a reload it starts again.
  }
}

/** @param {string} id @returns {{left: number, ends: number} | null} */
function recall(id) {
  try {
    const state = JSON.parse(window.sessionStorage.getItem(PLACE) ?? "null");
    return state?.id === id ? state : null;
  } catch {
    return null;
  }
}
