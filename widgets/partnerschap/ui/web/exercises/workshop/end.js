// @ts-check
// The end of a round: end it for everybody, and what can be done afterwards.

import { fileButtons } from "../../controls/downloads-dom.js";
import { button } from "../../controls/parts.js";
import { folded, trainerLink, twoSteps } from "../../controls/trainer-parts.js";
import { h, section } from "../../lib/dom.js";
import {
  frameOf,
  pictureSection,
  planList,
  shownFor,
  strengthList,
} from "../../results/dom-adapters.js";
import { purgeWords, shownStep, wholeResult } from "./first.js";

/** @typedef {import("./index.js").Desk} Desk */

const FILES = [
  "one-page.pdf",
  "full.pdf",
  "plan.pdf",
  "plan.docx",
  "plan.ics",
  "full.xlsx",
  "full.csv",
  "full.json",
];

/** Below the last step. @param {Desk} desk @returns {import("../../controls/trainer-parts.js").Screen} */
export function endPanel(desk) {
  const { word } = desk;
  const end = twoSteps({
    ask: word("workshop.end"),
    main: true,
    say: () => [
      h("p", {}, h("strong", {}, word("workshop.end_sure"))),
      h("p", {}, word("workshop.end_what")),
    ],
    yes: word("workshop.end_yes"),
    no: word("workshop.end_no"),
    go: () => void desk.ask({ kind: "end" }),
  });
  return {
    place: h(
      "div",
      { class: "ps-backstage" },
      h("p", { class: "ps-hint" }, purgeWords(desk)),
      ...takeHome(desk),
      end.place,
      h("p", { class: "ps-buttons" }, printButton(desk)),
    ),
  };
}

/** A round that was ended. @param {Desk} desk @returns {import("../../controls/trainer-parts.js").Screen} */
export function showDone(desk) {
  const { word, view, shared } = desk;
  const step = view.steps[view.steps.length - 1];
  const shown = shownFor(shared, view.result.figures, view.result.differences);
  const plan = h("div", {});
  // The last that was typed in the plan may come after the end.
  const update = (/** @type {any} */ now) =>
    plan.replaceChildren(planList(frameOf(shared, shownStep(now, step))));
  update(view);
  return {
    update,
    place: h(
      "div",
      {},
      h("h2", {}, word("workshop.done")),
      h("p", {}, word("workshop.done_what")),
      h("p", { class: "ps-note" }, purgeWords(desk)),
      section(word("together.plan"), plan),
      section(word("together.strengths_keep"), strengthList(shown)),
      folded(word("workshop.whole"), ...wholeResult(desk)),
      ...takeHome(desk),
      section(word("workshop.after"), ...afterwards(desk)),
      h("p", { class: "ps-buttons ps-quiet" }, printButton(desk)),
    ),
  };
}

/** A round in pictures, and what the team takes home of it. @param {Desk} desk */
function takeHome({ word, view, kept, request }) {
  const make = (/** @type {string} */ file) =>
    request({ kind: "team_file", token: kept?.token, session: view.id, file });
  return [pictureSection({ word, make }), fileButtons({ word, files: FILES, make })];
}

/** The next round, and the rounds beside each other. @param {Desk} desk */
export function afterwards(desk) {
  const { word, view, kept } = desk;
  const last = view.rounds[view.rounds.length - 1];
  const next = twoSteps({
    ask: word("workshop.next_round"),
    say: () => [h("p", {}, word("workshop.next_round_what"))],
    yes: word("workshop.next_round_yes"),
    no: word("workshop.close_no"),
    async go() {
      const reply = await desk.request({ kind: "next_round", token: kept?.token });
      if (reply.kind === "view" && kept) desk.opened(kept, reply);
      // Asked twice after a lost connection: the round is there already.
      else if (reply.reason === "not_now") await desk.enter(null);
      else desk.tell(reply.message);
    },
  });
  return [
    h("p", {}, word("workshop.plan_what")),
    h(
      "p",
      { class: "ps-buttons" },
      trainerLink(word, "actieplan", word("workshop.plan_open"), kept?.token),
    ),
    h("p", {}, word("workshop.next_round_when")),
    last.state === "open"
      ? h("p", {}, word("workshop.next_round_open", { round: last.round }))
      : next.place,
    h(
      "p",
      { class: "ps-buttons" },
      trainerLink(word, "herhaalmeting", word("workshop.compare"), kept?.token),
    ),
  ];
}

/** @param {Desk} desk */
const printButton = ({ word }) => button(word("workshop.print"), () => window.print());
