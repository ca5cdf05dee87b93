// @ts-check
// What a step of the conversation shows, on the screen of the trainer and on each own phone.
// Everything comes from the kernel; here it only gets words and bars.

import { h, section } from "../lib/dom.js";
import { strengthList } from "./advice.js";
import { actionsView, endView } from "./agreed.js";
import { differencesView } from "./differences.js";
import { discussView } from "./discuss.js";
import { glanceView } from "./glance.js";
import { areas } from "./result.js";
import { frameOf } from "./shared.js";

/** @typedef {import("../lib/dom.js").Child} Child */

/**
 * @typedef {object} Shared
 * @property {any} specification Of the session, as `enter` gives it.
 * @property {(id: string, values?: Record<string, string | number>) => string} word
 * @property {string} sector
 * @property {number} minGroup
 */

/**
 * What the kernel gives to show at a step; see `participant_json` in `session_views.py`.
 * @typedef {object} ShownStep
 * @property {{id: string, kind: string, number: number, title: string, minutes: number, aim: string}} step
 * @property {any} figures
 * @property {any[]} biggest_differences
 * @property {any[]} differences
 * @property {string[]} vote_items
 * @property {Record<string, number> | null} importance
 * @property {{item: string, value: number | string, version: number}[]} joint
 * @property {any[]} plan
 */

/**
 * What the trainer's screen adds.
 * @typedef {object} Extra
 * @property {(itemId: string) => Child} [joint] To choose one answer together.
 * @property {(suggestion: any) => Child} [choose] Below a suggestion.
 * @property {() => Child} [plan] In place of the list of what is chosen.
 */

/** @type {Record<string, (frame: import("./shared.js").Frame, extra: Extra) => Child[]>} */
const VIEWS = {
  strengths: strengthsView,
  glance: glanceView,
  discuss: discussView,
  differences: differencesView,
  vote: ({ word }) => [
    h("p", {}, word("together.vote")),
    h("p", {}, word("together.vote_private")),
  ],
  actions: actionsView,
  end: endView,
};

/**
 * The parts of a step, without its title and its aim: those are of the page around it. Their own
 * titles are `h3`.
 * @param {Shared} shared
 * @param {ShownStep} shown
 * @param {Extra} [extra]
 * @returns {Child[]}
 */
export function stepView(shared, shown, extra = {}) {
  const view = VIEWS[shown.step.kind];
  return view ? view(frameOf(shared, shown), extra) : [];
}

/** @param {import("./shared.js").Frame} frame */
function strengthsView({ shown, figures, word }) {
  const measured = figures.areas.some((/** @type {any} */ area) => area.share !== null);
  if (!measured) return [h("p", {}, word("together.nothing_scored"))];
  return [
    section(word("together.strengths"), strengthList(shown)),
    areas(shown, true),
    areas(shown, false),
  ];
}
