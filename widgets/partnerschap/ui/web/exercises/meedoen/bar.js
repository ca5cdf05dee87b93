// @ts-check
// Says at the foot of the screen whether everything that is filled in is with the server.

import { h } from "../../lib/dom.js";

/** @typedef {import("./saver.js").State} State */

/**
 * What is filled in on a screen; elsewhere only what is wrong is said.
 * @type {Record<string, import("./kept.js").Part>}
 */
const FILLING = { form: "now", back: "then", "step-vote": "votes" };

/**
 * @param {(id: string) => string} word
 * @param {() => {screen: string, keeps: boolean, open: number, answers: Record<string, object>}} now
 *   The screen that is shown, whether this browser keeps answers, how many the server has not
 *   acknowledged, and all answers.
 */
export function savingBar(word, now) {
  const place = h("p", { class: "ps-sent", role: "status" });
  /** @type {State} */
  let last = { kind: "saved" };

  const words = () => {
    const { screen, keeps, open, answers } = now();
    const kept = word(keeps ? "meedoen.kept_here" : "meedoen.kept_open");
    switch (last.kind) {
      case "saved":
        return Object.keys(answers[FILLING[screen]] ?? {}).length ? word("meedoen.saved") : "";
      case "saving":
        return word("meedoen.saving");
      case "late":
        return open ? `${word("meedoen.late")} ${kept}` : word("meedoen.no_answer");
      case "fault":
        return open ? `${last.message} ${kept}` : last.message;
    }
  };

  /** @param {State} [state] The same as before unless given. */
  const tell = (state = last) => {
    last = state;
    const text = words();
    // A screen reader need not say for every answer that it is under way.
    place.setAttribute("aria-busy", String(state.kind === "saving"));
    place.dataset.state = text ? state.kind : "";
    if (place.textContent !== text) place.textContent = text;
  };
  return { place, tell };
}
