// @ts-check
// What a plan can follow from: suggestions, where the partnerships stand, and the words for both.

import { h } from "../../lib/dom.js";
import { scanOf, shownOf, suggested } from "../../results/dom-adapters.js";

/** @typedef {import("./index.js").Action} Action */
/** @typedef {import("./index.js").Planner} Planner */
/** @typedef {any} Shown */

/**
 * A suggestion with the figures that it comes from.
 * @typedef {{one: any, shown: Shown, text: string}} Suggestion
 */

/**
 * @typedef {object} Advice
 * @property {"none" | "loading" | "lost" | "ready"} state
 * @property {Suggestion[]} suggestions Numbered in this order, from 1.
 * @property {string[]} weakest Partnerships; see `weakest` in `actieplan.py`.
 * @property {boolean} known Whether the partnerships can be compared at all.
 * @property {(area: string) => string} shareOf In words; empty when it is not known.
 * @property {string} [message] What is wrong.
 */

/** @type {(state: Advice["state"], message?: string) => Advice} */
export const noAdvice = (state, message) => ({
  state,
  message,
  suggestions: [],
  weakest: [],
  known: false,
  shareOf: () => "",
});

/**
 * @param {Planner} stage
 * @param {{figures: any, weakest: string[], sector: string, role: string}[]} sources
 * @returns {Advice}
 */
export function adviceOf(stage, sources) {
  const { specification } = stage;
  const isPartnership = (/** @type {string} */ id) => areaOf(specification, id)?.partnership;
  /** @type {Suggestion[]} */
  const suggestions = [];
  /** @type {Map<string, string>} */
  const shares = new Map();
  for (const { figures, sector, role } of sources) {
    const shown = shownFrom(stage, figures, sector, role);
    for (const one of figures.suggestions) {
      // The content may have changed since a team's round was closed.
      const known = shown.items
        .get(one.item)
        ?.actions.some((/** @type {any} */ action) => action.id === one.action);
      const twice = suggestions.some((other) => other.one.action === one.action);
      if (known && !twice) suggestions.push({ one, shown, text: suggested(shown, one) });
    }
    for (const area of figures.areas) {
      if (isPartnership(area.id) && area.share !== null && !shares.has(area.id))
        shares.set(area.id, shown.shareOf(area));
    }
  }
  return {
    state: "ready",
    suggestions,
    weakest: sources.find((one) => one.weakest.length)?.weakest ?? [],
    known: shares.size > 1,
    shareOf: (area) => shares.get(area) ?? "",
  };
}

/**
 * @param {Planner} stage
 * @param {any} figures
 * @param {string} sector
 * @param {string} role
 */
function shownFrom({ specification, word }, figures, sector, role) {
  const base = scanOf(specification, word, sector);
  const scan = {
    ...base,
    memory: { role },
    statement: (/** @type {any} */ item) =>
      base.inSector((role === "parent" && item.parent) || item.statement),
  };
  const own = figures.min_group === 1;
  return shownOf(/** @type {any} */ (scan), figures, { own, differences: [] });
}

/** @param {any} specification @param {string | null | undefined} id */
export const areaOf = (specification, id) =>
  specification.areas.find((/** @type {any} */ area) => area.id === id);

/** Where an action belongs: the area of its item, or the one that was chosen. @param {any} specification @param {any} action */
export function placeOf(specification, action) {
  const item = specification.items.find((/** @type {any} */ one) => one.id === action.item);
  return areaOf(specification, item ? item.area : action.area);
}

/** The tips that an action comes from, in words. @param {any} specification @param {any} action @returns {string[]} */
export function tipsOf(specification, action) {
  const item = specification.items.find((/** @type {any} */ one) => one.id === action.item);
  return specification.tips
    .filter((/** @type {any} */ tip) => item?.source.includes(tip.id))
    .map((/** @type {any} */ tip) => tip.summary);
}

/** Partnership and tips of an action, to read. @param {Planner} stage @param {any} action */
export function belongs({ specification, word }, action) {
  const area = placeOf(specification, action);
  const tips = tipsOf(specification, action);
  return [
    area &&
      h("span", { class: "ps-badge ps-belongs", style: `--area: var(--ps-${area.id})` }, area.name),
    ...tips.map((tip) => h("span", { class: "ps-hint" }, word("actieplan.tip", { tip }))),
  ];
}

/** Whether an action is still to be done. @param {Action} action */
export const isOpen = ({ state }) => state === "chosen" || state === "busy";
