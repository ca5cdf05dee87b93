// @ts-check
// While the round is open: the form, and waiting until the trainer closes it.

import { button, mainButton } from "../../controls/parts.js";
import { h, section } from "../../lib/dom.js";
import { fillIn } from "../../results/dom-adapters.js";

/** @typedef {import("./index.js").App} App */
/** @typedef {import("./index.js").Screen} Screen */

/** From this round on there is something to look back at. */
const LOOK_BACK_FROM = 2;

/**
 * The points to answer: as it is now, or as it was half a year ago.
 * @param {App} app
 * @param {"now" | "then"} moment
 * @returns {Screen}
 */
export function formScreen(app, moment) {
  const { word, part } = app;
  const items = part.items();
  if (!items.length) {
    const heading = h("h2", {}, word("meedoen.together_heading"));
    return { content: [heading, h("p", {}, word("meedoen.nothing_asked")), aside(app)], heading };
  }
  const place = h("div", {});
  const now = moment === "now";
  const memory = {
    get answers() {
      return part.answers[moment];
    },
    area: part.kept?.memory.area ?? 0,
  };
  const { heading, refresh } = fillIn(
    place,
    {
      specification: part.specification,
      memory,
      word,
      items: () => items,
      statement: app.statement,
      keep({ area }) {
        memory.area = area;
        part.kept?.change((kept) => {
          kept.area = area;
        });
      },
    },
    {
      answer: (item, value) => part.put(moment, item.id, value),
      finishWord: word(now ? "meedoen.finish" : "meedoen.then_finish"),
      finish: () => (now ? app.finish(true) : app.lookBack(false)),
      buttons: [
        now
          ? button(word("meedoen.someone_else"), app.someoneElse)
          : button(word("meedoen.then_stop"), () => app.lookBack(false)),
      ],
      above: now ? undefined : h("p", { class: "ps-note" }, word("meedoen.then_form")),
    },
  );
  return { content: [place], heading, refresh };
}

/** @param {App} app @returns {Screen} */
export function waitScreen(app) {
  const { word, part } = app;
  const heading = h("h2", {}, word("meedoen.wait_heading"));
  const counted = h("p", { class: "ps-hint" });
  const refresh = () => {
    counted.textContent = word("form.progress", {
      done: size(part.answers.now),
      total: part.items().length,
    });
  };
  refresh();
  return {
    content: [
      h("div", { class: "ps-done" }, heading, counted),
      h("p", {}, word("meedoen.wait_text")),
      h(
        "p",
        { class: "ps-buttons" },
        button(word("meedoen.change"), () => app.finish(false)),
      ),
      part.session.round >= LOOK_BACK_FROM && lookingBack(app),
      aside(app),
    ],
    heading,
    refresh,
  };
}

/** @param {App} app */
function lookingBack({ word, part, lookBack }) {
  const done = size(part.answers.then);
  const start = word(done ? "meedoen.then_continue" : "meedoen.then_start");
  return section(
    word("meedoen.then"),
    h("p", {}, word("meedoen.then_why")),
    done > 0 &&
      h("p", { class: "ps-hint" }, word("form.progress", { done, total: part.items().length })),
    h(
      "p",
      { class: "ps-buttons" },
      done ? button(start, () => lookBack(true)) : mainButton(start, () => lookBack(true)),
    ),
  );
}

/** Where a team fills in one form together there is nothing to do here. @param {App} app @returns {Screen} */
export function togetherScreen(app) {
  const heading = h("h2", {}, app.word("meedoen.together_heading"));
  return { content: [heading, h("p", {}, app.word("meedoen.together_text")), aside(app)], heading };
}

/** @param {App} app */
const aside = ({ word, someoneElse, leave }) =>
  h(
    "p",
    { class: "ps-buttons ps-quiet" },
    button(word("meedoen.someone_else"), someoneElse),
    button(word("meedoen.other_code"), () => leave()),
  );

/** @param {object} answers */
const size = (answers) => Object.keys(answers).length;
