// @ts-check
// How the sentences of a vision are remembered: a text for each part of each point, a line each.

import { tidy } from "../../controls/parts.js";

/** @typedef {"beliefs" | "behaviours"} Part */

/** @type {Part[]} */
export const PARTS = ["beliefs", "behaviours"];

/** @param {any} point @param {Part} part */
export const keyOf = (point, part) => `${point.id}-${part}`;

/**
 * @param {import("../../controls/parts.js").Stage} stage
 * @param {any} point
 * @param {Part} part
 * @returns {string[]}
 */
export const linesOf = ({ memory }, point, part) =>
  (memory.texts[keyOf(point, part)] ?? "").split("\n").map(tidy).filter(Boolean);
