// @ts-check
// Areas and items of a team's rounds, under each other.

import { h } from "../../lib/dom.js";
import { areaBars, distribution, table } from "../../results/charts.js";
import { shownFor } from "../../results/shared.js";

/** @typedef {import("./index.js").Rounds} Rounds */

/** A bar a round for each area, and what may be said of the difference. @param {Rounds} rounds */
export function changedAreas(rounds) {
  const { word, shared, comparison } = rounds;
  const looked = comparison.rounds.some((/** @type {any} */ round) => round.then);
  return [
    h("p", { class: "ps-hint" }, word("result.areas_intro"), " ", word("result.interval_note")),
    looked && h("p", { class: "ps-note" }, word("herhaalmeting.then_why")),
    ...shared.specification.areas.map((/** @type {any} */ area) => {
      const bars = rowsOf(rounds, area.id).map(({ name, score, shareOf, margin }) => ({
        id: area.id,
        name,
        share: score.share,
        interval: score.interval,
        value: shareOf(score),
        text: [
          score.share === null
            ? word("result.area_none", { name })
            : word("result.area_share", { name, share: shareOf(score) }),
          margin,
        ]
          .filter(Boolean)
          .join(", "),
      }));
      return h(
        "div",
        {
          class: "ps-change",
          "data-area": area.id,
          style: `--area: var(--ps-${area.id}, var(--ps-accent))`,
        },
        h("h4", {}, area.name),
        areaBars(bars),
        ...verdicts(rounds, area.id).map(({ text, direction }) =>
          h(
            "p",
            { class: direction ? `ps-verdict-${direction}` : "ps-hint" },
            direction ? h("strong", {}, text) : text,
          ),
        ),
      );
    }),
  ];
}

/**
 * What each round says of an area, and where people looked back also that.
 * @param {Rounds} rounds
 * @param {string} id
 */
function rowsOf({ comparison, shared, word, nameOf }, id) {
  const find = (/** @type {any[]} */ areas) => areas.find((one) => one.id === id);
  return comparison.rounds.flatMap((/** @type {any} */ round) => {
    const { percent, shareOf } = shownFor(shared, round.result.figures, []);
    const row = (/** @type {string} */ name, /** @type {any} */ score) => ({
      name,
      score,
      shareOf,
      margin:
        score?.interval &&
        word("result.area_interval", {
          low: percent(score.interval[0]),
          high: percent(score.interval[1]),
        }),
    });
    return [
      row(nameOf(round), find(round.result.figures.areas)),
      row(word("herhaalmeting.then", { round: round.round }), find(round.then ?? [])),
    ].filter(({ score }) => score);
  });
}

/**
 * What is said of the difference between the last round and each earlier one.
 * @param {Rounds} rounds
 * @param {string} id
 * @returns {{text: string, direction: "up" | "down" | null}[]}
 */
function verdicts({ comparison, word }, id) {
  return comparison.changes
    .map((/** @type {any[]} */ changes, /** @type {number} */ at) => {
      const change = changes.find((one) => one.id === id);
      if (!change) return null;
      const { round } = comparison.rounds[at];
      return {
        text: word(`herhaalmeting.${verdictOf(change)}`, { round }),
        direction: change.direction,
      };
    })
    .reverse() // the nearest round first
    .filter(Boolean);
}

/** @param {any} change See `AreaChange` in the scoring room. */
function verdictOf({ difference, interval, direction, before, after }) {
  if (direction) return `changed_${direction}`;
  if (difference !== null) return interval ? "unchanged" : "no_margin";
  return before.share === null || after.share === null ? "too_few_answers" : "other_items";
}

/** The same figures in a table. @param {Rounds} rounds */
export function changeTable(rounds) {
  const { word, shared } = rounds;
  return table(
    word("result.table"),
    [
      word("result.column_area"),
      word("herhaalmeting.column_round"),
      word("result.column_share"),
      word("result.column_interval"),
      word("herhaalmeting.column_change"),
    ],
    shared.specification.areas.flatMap((/** @type {any} */ area) => {
      const rows = rowsOf(rounds, area.id);
      const said = verdicts(rounds, area.id).map(({ text }) => text);
      return rows.map(({ name, score, shareOf, margin }, /** @type {number} */ at) => [
        area.name,
        name,
        shareOf(score),
        margin ?? word("result.none"),
        at === rows.length - 1 ? said.join(" ") : "",
      ]);
    }),
  );
}

/** The answers to each item, a round under the other, folded by area. @param {Rounds} rounds */
export function changedItems({ comparison, shared, word, nameOf }) {
  const shown = comparison.rounds.map((/** @type {any} */ round) =>
    shownFor(shared, round.result.figures, []),
  );
  const { specification } = shared;
  const last = shown[shown.length - 1];
  return specification.areas.map((/** @type {any} */ area) =>
    h(
      "details",
      { class: "ps-panel", style: `--area: var(--ps-${area.id}, var(--ps-accent))` },
      h("summary", {}, area.name),
      h(
        "ul",
        { class: "ps-list" },
        ...specification.items
          .filter((/** @type {any} */ item) => item.area === area.id)
          .map((/** @type {any} */ item) => {
            const name = last.statement(item.id);
            return h(
              "li",
              {},
              h("strong", {}, name),
              ...comparison.rounds.map((/** @type {any} */ round, /** @type {number} */ at) => {
                const score = shown[at].scores.get(item.id);
                return (
                  score &&
                  h(
                    "div",
                    {},
                    h("p", { class: "ps-over" }, nameOf(round)),
                    score.n_valid > 0
                      ? distribution(
                          score.counts,
                          specification.scales[item.scale],
                          word,
                          `${name} (${nameOf(round)})`,
                        )
                      : h("p", { class: "ps-hint" }, word(`result.status_${score.status}`)),
                  )
                );
              }),
            );
          }),
      ),
    ),
  );
}
