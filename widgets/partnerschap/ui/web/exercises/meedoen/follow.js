// @ts-check
// After closing: the step that the trainer shows, the vote, and the end.

import { button, choices, mainButton } from "../../controls/parts.js";
import { h } from "../../lib/dom.js";
import { stepView } from "../../results/dom-adapters.js";

/** @typedef {import("./index.js").App} App */
/** @typedef {import("./index.js").Screen} Screen */

const IMPORTANCE = ["1", "2", "3"];

/** @param {App} app @returns {Screen} */
export function closedScreen(app) {
  const { word, count, part } = app;
  const heading = h("h2", {}, word("meedoen.closed_heading"));
  const saved = Object.keys(part.session.own.answers).length;
  return {
    content: [
      heading,
      saved > 0 && h("p", { class: "ps-note" }, count("meedoen.closed_saved", saved)),
      h("p", {}, word("meedoen.closed_text")),
      foot(app),
    ],
    heading,
  };
}

/** @param {App} app @returns {Screen} */
export function stepScreen(app) {
  const { word, part } = app;
  const { shown, sector, min_group: minGroup } = part.session;
  const heading = h("h2", {}, shown.step.title);
  const top = [heading, h("p", { class: "ps-aim" }, shown.step.aim)];
  if (shown.step.kind === "vote") {
    const { content, refresh } = vote(app);
    return { content: [...top, ...content, foot(app)], heading, refresh };
  }
  const specification = part.specification;
  const view = h("div", {}, ...stepView({ specification, word, sector, minGroup }, shown));
  return { content: [...top, view, foot(app)], heading };
}

/** How important is each item now? @param {App} app */
function vote(app) {
  const { word, part } = app;
  const asked = part.session.shown.vote_items.map((/** @type {string} */ id) =>
    part.specification.items.find((/** @type {any} */ item) => item.id === id),
  );
  const options = IMPORTANCE.map((id) => ({ id, name: word(`meedoen.vote_${id}`) }));
  const counted = h("p", { class: "ps-vote-count" });
  // A trainer may go back to look at a vote that is over.
  const isHeld = () => part.session.takes.includes("votes");
  const fields = asked.map((/** @type {any} */ item) =>
    choices(
      app.statement(item),
      `vote-${item.id}`,
      options,
      null,
      (chosen) => {
        part.put("votes", item.id, Number(chosen));
        tellCount();
      },
      "ps-vote",
    ),
  );
  const tellCount = () => {
    const done = asked.filter((/** @type {any} */ { id }) => id in part.answers.votes).length;
    const progress = word("meedoen.vote_progress", { done, total: asked.length });
    counted.textContent =
      done === asked.length && isHeld() ? `${progress}. ${word("meedoen.vote_done")}` : progress;
  };
  const intro = h("p", {});
  const refresh = () => {
    intro.textContent = word(isHeld() ? "meedoen.vote_intro" : "meedoen.vote_closed");
    for (const [place, item] of asked.entries()) {
      for (const input of fields[place].querySelectorAll("input")) {
        input.checked = input.value === String(part.answers.votes[item.id]);
        input.disabled = !isHeld();
      }
    }
    tellCount();
  };
  refresh();
  return { content: [intro, ...fields, counted], refresh };
}

/** @param {App} app */
const foot = ({ word, leave }) =>
  h(
    "div",
    { class: "ps-quiet" },
    h("p", { class: "ps-hint" }, word("meedoen.follow")),
    h(
      "p",
      { class: "ps-buttons" },
      button(word("meedoen.other_code"), () => leave()),
    ),
  );

/**
 * @param {App} app
 * @param {{reason: string, message: string}} fault
 * @param {string} code
 * @returns {Screen}
 */
export function overScreen({ word, leave }, { reason, message }, code) {
  const ended = reason === "ended";
  const heading = h("h2", {}, word(ended ? "meedoen.over_heading" : "meedoen.gone_heading"));
  return {
    content: [
      heading,
      h("p", {}, ended ? word("meedoen.over_text") : message),
      h(
        "p",
        { class: "ps-buttons" },
        mainButton(word("meedoen.other_code"), () => leave(code)),
      ),
    ],
    heading,
  };
}
