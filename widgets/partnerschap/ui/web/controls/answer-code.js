// @ts-check
// One's own answers as an answer code, for a team that has no server in common.

import { Lost } from "../lib/connection";
import { h } from "../lib/dom.js";
import { button, mainButton } from "./parts.js";

/** @typedef {import("../exercises/scan/index.js").Scan} Scan */

/**
 * A folded panel that makes the code when asked, not before: not everybody wants one.
 * @param {Scan} scan
 */
export function codePanel(scan) {
  const { word } = scan;
  const said = h("p", { class: "ps-hint", role: "status" });
  const say = (/** @type {string} */ text) => {
    said.textContent = text;
  };
  const place = h("div", {});
  const asking = h(
    "p",
    { class: "ps-buttons" },
    mainButton(word("code.make"), () => void make()),
  );
  let busy = false;

  async function make() {
    if (busy || !asking.isConnected) return; // made already, or the reader went elsewhere
    busy = true;
    place.replaceChildren();
    say(word("code.making"));
    try {
      const reply = await scan.answerCode(numberOf(scan));
      if (reply.kind === "answer_code") show(reply);
      else say(reply.message);
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
      say("");
      place.replaceChildren(scan.lost(() => void make()));
    } finally {
      busy = false;
    }
  }

  /** @param {{text: string, svg: string}} reply */
  function show({ text, svg }) {
    const heading = h("h4", { tabindex: -1 }, word("code.yours"));
    const written = h("code", { class: "ps-code-text" }, text);
    const outcome = h("p", { class: "ps-hint", role: "status" });
    const copy = async () => {
      outcome.textContent = word((await copied(written)) ? "code.copied" : "code.copy_by_hand");
    };
    asking.remove();
    place.replaceChildren(
      heading,
      h(
        "div",
        { class: "ps-code" },
        h("div", { class: "ps-qr" }, drawing(svg, word("code.picture"))),
        h(
          "div",
          {},
          h("p", {}, word("code.use")),
          h("p", {}, written),
          h(
            "p",
            { class: "ps-buttons" },
            button(word("code.copy"), () => void copy()),
          ),
          outcome,
        ),
      ),
    );
    // Who sees the code need not read that it is there.
    said.classList.add("ps-hidden");
    say(word("code.ready"));
    heading.focus();
  }

  return h(
    "details",
    { class: "ps-panel ps-above" },
    h("summary", {}, word("code.heading")),
    h("p", {}, word("code.what")),
    h("p", {}, word("code.inside")),
    h("p", { class: "ps-note" }, word("code.careful")),
    asking,
    place,
    said,
  );
}

/**
 * The number of this fill-in: 40 random bits, chosen at the first code and kept with the answers.
 * @param {Scan} scan
 */
function numberOf(scan) {
  if (scan.memory.number === null) {
    const [high, low] = crypto.getRandomValues(new Uint32Array(2));
    scan.keep({ number: (high % 2 ** 8) * 2 ** 32 + low });
  }
  return Number(scan.memory.number);
}

/** @param {string} svg @param {string} label */
export function drawing(svg, label) {
  const drawn = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", label);
  return drawn;
}

/**
 * Copy a text. On plain http, as on a laptop in a meeting room, a browser offers only the old way;
 * where that fails too the text stays selected, so that the reader needs one key more.
 * @param {HTMLElement} written
 * @returns {Promise<boolean>} Whether it was copied.
 */
export async function copied(written) {
  try {
    await navigator.clipboard.writeText(written.textContent ?? "");
    return true;
  } catch {
    window.getSelection()?.selectAllChildren(written);
    return document.execCommand("copy");
  }
}
