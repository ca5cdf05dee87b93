// @ts-check
// What the views of the steps have in common.

import { fill, h } from "../lib/dom.js";
import { namesOfRoles } from "./items.js";
import { shownOf } from "./result.js";

/**
 * A step with what its view needs.
 * @typedef {import("./steps.js").ShownStep & {
 *   shown: import("./result.js").Shown,
 *   word: import("./steps.js").Shared["word"],
 *   nameOf: (role: string) => string,
 *   pointsOf: (itemId: string) => string[],
 *   jointWords: (itemId: string) => string | null,
 *   minGroup: number,
 * }} Frame
 */

/**
 * @param {import("./steps.js").Shared} shared
 * @param {import("./steps.js").ShownStep} given
 * @returns {Frame}
 */
export function frameOf(shared, given) {
  const { specification, word } = shared;
  const shown = shownFor(shared, given.figures, given.differences);
  const pointsOf = (/** @type {string} */ id) => specification.scales[shown.items.get(id).scale];
  return {
    ...given,
    shown,
    word,
    nameOf: namesOfRoles(shown.scan),
    pointsOf,
    minGroup: shared.minGroup,
    jointWords(id) {
      const found = given.joint.find((one) => one.item === id);
      return found
        ? word("together.joint", { point: pointOf(specification, pointsOf(id), found.value) })
        : null;
    },
  };
}

/**
 * The figures of a round, for the parts that the result of a scan consists of. A team that filled
 * in one form together is shown as one person is: no percentages of a single answer.
 * @param {import("./steps.js").Shared} shared
 * @param {any} figures
 * @param {any[]} differences
 */
export function shownFor({ specification, word, sector }, figures, differences) {
  const scan = /** @type {import("../exercises/scan/index.js").Scan} */ (
    /** @type {unknown} */ (scanOf(specification, word, sector))
  );
  return shownOf(scan, figures, { own: figures.min_group === 1, differences });
}

/**
 * Stands in for the scan of one person, as far as the parts of the result ask for it.
 * @param {any} specification
 * @param {import("./steps.js").Shared["word"]} word
 * @param {string} sector
 */
export function scanOf(specification, word, sector) {
  const { words } =
    specification.sectors.find((/** @type {any} */ one) => one.id === sector) ??
    specification.sectors[0];
  // What a team wrote itself has no words of a sector in it.
  const inSector = (/** @type {string} */ text) => fill(text, words);
  return {
    specification,
    word,
    inSector,
    memory: { role: "professional" },
    items: () => specification.items,
    statement: (/** @type {any} */ item) => inSector(item.statement),
  };
}

/**
 * An answer in words, also one outside the scale.
 * @param {any} specification
 * @param {string[]} points
 * @param {number | string} value
 */
export function pointOf(specification, points, value) {
  const extra = specification.extra_answers.find((/** @type {any} */ one) => one.id === value);
  return extra ? extra.name : points[Number(value) - 1];
}

/** What the team chose together, beside the answers. @param {string | null} words */
export function jointBadge(words) {
  return words && h("p", { class: "ps-joint" }, h("span", { class: "ps-badge" }, words));
}
