// @ts-check
// Practice conversations: choose what somebody says, see what comes of it, go back, choose again.

import "../../styles/exercise.css";
import { afterChoice, moment } from "./talk.js";
import { ending } from "./end.js";
import { h } from "../../lib/dom.js";
import { button, lastRow, open, privacy } from "../../controls/parts.js";

/** @typedef {import("../../controls/parts.js").Stage} Stage */

/**
 * A choice that was made: the ids of the moment and of the choice.
 * @typedef {{moment: string, choice: string}} Taken
 */

const EMPTY = {
  /** @type {string | null} Id of the case that is open. */
  talk: null,
  /** @type {Taken[]} */
  path: [],
  /** @type {Record<string, string[]>} Ids of the endings that were seen, by case. */
  seen: {},
};

/** @param {{model: import("@anywidget/types").AnyModel, el: HTMLElement}} context */
function render(context) {
  open(context, {
    empty: EMPTY,
    screens: {
      choose,
      moment: known(moment),
      after: known(afterChoice),
      ending: known(ending),
    },
  });
}

/**
 * A screen of a conversation; what no longer fits the content leads back to the choice.
 * @param {(stage: Stage, talk: Talk) => import("../../lib/dom.js").Child[]} screen
 */
const known = (screen) => (/** @type {Stage} */ stage) => {
  const talk = talkOf(stage);
  return talk && fits(talk, stage.memory.screen) ? screen(stage, talk) : choose(stage);
};

/** @param {Talk} talk @param {string} screen */
const fits = ({ steps, node }, screen) =>
  screen === "after" ? steps.length > 0 : "choices" in node === (screen === "moment");

/**
 * The conversation that is open.
 * @typedef {object} Talk
 * @property {any} story
 * @property {{moment: any, choice: any}[]} steps What was chosen, as far as it is in the content.
 * @property {any} node The moment or the ending to which that led.
 */

/** @param {Stage} stage @returns {Talk | null} */
function talkOf({ content, memory }) {
  const story = content.cases.find((/** @type {any} */ one) => one.id === memory.talk);
  if (!story) return null;
  const nodes = new Map([...story.moments, ...story.endings].map((one) => [one.id, one]));
  const steps = [];
  let node = story.moments[0];
  for (const taken of memory.path) {
    const choice = node.choices?.find((/** @type {any} */ one) => one.id === taken.choice);
    if (node.id !== taken.moment || !choice) return null;
    steps.push({ moment: node, choice });
    node = nodes.get(choice.to);
  }
  return { story, steps, node };
}

/** @param {Stage} stage */
function choose(stage) {
  const { content, word } = stage;
  return [
    h("h2", {}, word("aannames.choose_heading")),
    h("p", {}, word("aannames.choose_intro")),
    h("p", {}, word("aannames.made_up")),
    privacy(stage, "aannames.private"),
    h(
      "ul",
      { class: "ps-cards" },
      ...content.cases.map((/** @type {any} */ story) => card(stage, story)),
    ),
    lastRow(stage),
  ];
}

/** @param {Stage} stage @param {any} story */
function card({ memory, word, go }, story) {
  const { title, player, other } = story;
  const seen = memory.seen[story.id]?.length ?? 0;
  const busy = memory.talk === story.id && memory.path.length > 0;
  const name = busy ? "continue" : seen ? "again" : "begin";
  const start = () => {
    if (!busy) return go("moment", { talk: story.id, path: [] });
    return go("after");
  };
  return h(
    "li",
    { class: "ps-card ps-talk-card" },
    h("p", { class: "ps-over" }, story.setting),
    h("h3", {}, title),
    h(
      "p",
      {},
      word("aannames.with", {
        player: player.name,
        player_role: player.role,
        other: other.name,
        other_role: other.role,
      }),
    ),
    seen > 0 &&
      h("p", { class: "ps-hint" }, word("aannames.seen", { seen, total: story.endings.length })),
    button(word(`aannames.${name}`), start, {
      class: busy || seen === 0 ? "ps-button ps-main" : "ps-button",
      "aria-label": word(`aannames.${name}_of`, { title }),
    }),
  );
}

export default { render };
