// @ts-check
// The rounds of a team side by side: what has changed, and what cannot be told.

import "../../styles/exercise.css";
import { button, field, mainButton, problem } from "../../controls/parts.js";
import { trainerLink } from "../../controls/trainer-parts.js";
import { Connection, Lost } from "../../lib/connection";
import { fill, h, moveTo, section } from "../../lib/dom.js";
import { forgetSecret, keepSecret, recallSecret, secretIn } from "../../lib/trainer-link.js";
import { dateWords, planList } from "../../results/agreed.js";
import { frameOf } from "../../results/shared.js";
import { changedAreas, changedItems, changeTable } from "./areas.js";

/**
 * What the parts of the page share.
 * @typedef {object} Rounds
 * @property {any} comparison See `comparison_json` in `session_views.py`.
 * @property {import("../../results/steps.js").Shared} shared
 * @property {(id: string, values?: Record<string, string | number>) => string} word
 * @property {(round: any) => string} nameOf
 */

/** @param {{model: import("@anywidget/types").AnyModel, el: HTMLElement}} context */
function render({ model, el }) {
  const { messages, language } = model.get("specification");
  const word = (
    /** @type {string} */ id,
    /** @type {Record<string, string | number>} */ values = {},
  ) => fill(messages[id] ?? id, values);
  const connection = new Connection(model);
  const root = h("div", { class: "ps-exercise ps-rounds", lang: language });
  el.append(root);
  let token = recallSecret()?.token ?? null;

  /** @param {string} [message] What is wrong with the link that was given. */
  function askLink(message = "") {
    const wrong = problem();
    const input = /** @type {HTMLInputElement} */ (
      h("input", { type: "text", autocomplete: "off", spellcheck: "false" })
    );
    const submit = (/** @type {Event} */ event) => {
      event.preventDefault();
      token = secretIn(input.value);
      if (token) void compare(true);
      else wrong.tell(word("herhaalmeting.no_link"));
    };
    root.replaceChildren(
      h("h2", {}, word("herhaalmeting.title")),
      h("p", {}, word("herhaalmeting.what")),
      h(
        "form",
        { onsubmit: submit },
        field(word("herhaalmeting.paste"), input),
        wrong.place,
        h(
          "p",
          { class: "ps-buttons" },
          h("button", { class: "ps-button ps-main", type: "submit" }, word("herhaalmeting.show")),
        ),
      ),
    );
    wrong.tell(message);
  }

  /** @param {boolean} [moved] Whether the reader asked for it just now. */
  async function compare(moved = false) {
    root.replaceChildren(
      h(
        "p",
        { class: "ps-waiting", role: "status" },
        h("span", { class: "ps-spinner", "aria-hidden": "true" }),
        word("herhaalmeting.waiting"),
      ),
    );
    try {
      const reply = await connection.ask({ kind: "compare", token });
      if (reply.kind === "compared") show(reply, moved);
      else if (reply.reason === "unknown_trainer") askLink(reply.message);
      else stuck(reply.message);
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
      stuck(word("form.lost"));
    }
  }

  /** @param {string} message */
  function stuck(message) {
    root.replaceChildren(
      h("p", { class: "ps-problem", role: "alert" }, message),
      h(
        "p",
        { class: "ps-buttons" },
        mainButton(word("form.retry"), () => void compare(true)),
      ),
    );
  }

  /** @param {any} reply @param {boolean} moved */
  function show({ comparison, specification }, moved) {
    // The trainer's page in the same tab goes on with the round that it had open.
    keepSecret({ ...recallSecret(), token: String(token) });
    const heading = h(
      "h2",
      {},
      word("herhaalmeting.heading", { label: comparison.label || word("herhaalmeting.no_label") }),
    );
    const enough = comparison.rounds.length > 1;
    root.replaceChildren(
      comparison.demo ? h("p", { class: "ps-example" }, word("herhaalmeting.example")) : "",
      heading,
      ...(enough
        ? whole({ comparison, specification })
        : [h("p", { class: "ps-note" }, word("herhaalmeting.too_few"))]),
      h(
        "p",
        { class: "ps-buttons ps-quiet" },
        trainerLink(word, "workshop", word("herhaalmeting.to_session"), token),
        button(word("herhaalmeting.again"), () => void compare(true)),
        enough && button(word("herhaalmeting.print"), () => window.print()),
        button(word("herhaalmeting.other_link"), () => {
          forgetSecret();
          token = null;
          askLink();
        }),
      ),
    );
    if (moved) moveTo(heading);
  }

  /** @param {{comparison: any, specification: any}} given @returns {HTMLElement[]} */
  function whole({ comparison, specification }) {
    const shared = { specification, word, sector: comparison.sector, minGroup: 0 };
    /** @type {Rounds} */
    const rounds = {
      comparison,
      shared,
      word,
      nameOf: ({ round, closed }) =>
        word("herhaalmeting.round", { round, date: closed ? dateWords(language, closed) : "" }),
    };
    const last = comparison.rounds.length - 1;
    return [
      h(
        "div",
        { class: "ps-note" },
        h("p", {}, word("herhaalmeting.unlinked")),
        h("p", {}, word("herhaalmeting.when_changed")),
      ),
      section(word("herhaalmeting.areas"), ...changedAreas(rounds), changeTable(rounds)),
      section(
        word("herhaalmeting.items"),
        h("p", {}, word("herhaalmeting.items_what")),
        ...changedItems(rounds),
      ),
      section(
        word("herhaalmeting.plans"),
        h("p", {}, word("herhaalmeting.plans_what")),
        ...comparison.rounds.slice(0, last).map((/** @type {any} */ round) => {
          const { figures, differences } = round.result;
          const step = { id: "end", kind: "end", number: 0, title: "", minutes: 0, aim: "" };
          const frame = frameOf(shared, {
            ...round,
            figures,
            differences,
            step,
            biggest_differences: [],
            vote_items: [],
            importance: null,
          });
          return h("div", {}, h("h4", {}, rounds.nameOf(round)), planList(frame));
        }),
      ),
    ];
  }

  model.on("revived", () => void (token && compare()));
  if (token) void compare();
  else askLink();
}

export default { render };
