// @ts-check
// What a vision still lacks: it looks whether something is there, not whether it is true.

import { linesOf } from "./lines.js";

/** @typedef {import("../../controls/parts.js").Stage} Stage */

/**
 * @typedef {object} Finding
 * @property {string} name
 * @property {"present" | "missing" | "look"} state
 * @property {string[]} advice
 * @property {{id: string, name: string} | null} screen Where it can be filled in.
 */

/** Fewer words than this say nothing about how a text reads. */
const TOO_FEW = 8;

/** @param {Stage} stage @param {string} text @returns {Finding[]} */
export function findings(stage, text) {
  const { content, memory, word } = stage;
  const start = { id: "start", name: word("visie.step_start") };
  const withoutBehaviour = content.points.filter(
    (/** @type {any} */ point) => linesOf(stage, point, "behaviours").length === 0,
  );
  const parents = content.people.some(
    (/** @type {any} */ one) => one.parents && memory.people.includes(one.id),
  );
  const finding = (
    /** @type {string} */ name,
    /** @type {boolean} */ present,
    /** @type {string} */ advice,
    /** @type {{id: string, name: string}} */ screen,
  ) => ({
    name,
    state: /** @type {Finding["state"]} */ (present ? "present" : "missing"),
    advice: present ? [] : [advice],
    screen: { id: screen.id, name: screen.name },
  });
  return [
    ...content.points.map((/** @type {any} */ point) =>
      finding(
        point.name,
        linesOf(stage, point, "beliefs").length > 0,
        word("visie.check_point_missing"),
        point,
      ),
    ),
    finding(
      word("visie.check_behaviour"),
      withoutBehaviour.length === 0,
      word("visie.check_behaviour_missing", {
        points: withoutBehaviour.map((/** @type {any} */ { name }) => name).join(", "),
      }),
      withoutBehaviour[0] ?? start,
    ),
    finding(word("visie.check_parents"), parents, word("visie.check_parents_missing"), start),
    finding(
      word("visie.check_review"),
      memory.review.trim() !== "",
      word("visie.check_review_missing"),
      start,
    ),
    plain(stage, text),
  ];
}

/** Whether the sentences are short and say something. @param {Stage} stage @param {string} text @returns {Finding} */
function plain({ content, word }, text) {
  const words = (/** @type {string} */ part) =>
    part.split(/\s+/).filter((one) => /\p{L}/u.test(one));
  const name = word("visie.check_plain");
  if (words(text).length < TOO_FEW) {
    return { name, state: "look", advice: [word("visie.check_empty")], screen: null };
  }
  const long = text
    .split(/[.?!:\n]+/)
    .filter((sentence) => words(sentence).length > content.longest_sentence)
    .map((sentence) =>
      word("visie.check_long", { n: words(sentence).length, sentence: sentence.trim() }),
    );
  const vague = content.vague.flatMap((/** @type {string} */ start) => found(text, start));
  const advice = [
    ...long,
    ...(vague.length ? [word("visie.check_vague", { words: vague.join(", ") })] : []),
  ];
  return { name, state: advice.length ? "look" : "present", advice, screen: null };
}

/** The first word of a text that begins so, as it stands there.
 * @param {string} text
 * @param {string} start
 * @returns {string[]}
 */
function found(text, start) {
  const escaped = start.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return text.match(new RegExp(`(?<!\\p{L})${escaped}\\p{L}*`, "iu"))?.slice(0, 1) ?? [];
}
