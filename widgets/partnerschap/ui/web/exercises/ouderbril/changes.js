// @ts-check
// The first changes: at most three, each with what, who and when.

import { listEditor } from "../../controls/list-editor-dom.js";
import { field, lastRow, mainButton, problem } from "../../controls/parts.js";
import { h } from "../../lib/dom.js";

/** @typedef {import("../../controls/parts.js").Stage} Stage */
/** @typedef {{what: string, who: string, when: string}} Plan */
/** @typedef {{id: string, text: string, station?: string}} Change Own ones have no station. */

const MOST_CHANGES = 3;
const LONGEST = 100;

/**
 * What can be changed: the points that could be better, and own ideas.
 * @param {Stage} stage
 * @param {any[]} stations
 */
const changeable = ({ memory }, stations) => [
  ...stations.flatMap(({ name, points }) =>
    points
      .filter(({ id }) => memory.marks[id] === "better")
      .map((point) => ({ ...point, station: name })),
  ),
  ...memory.own,
];

/**
 * The first changes.
 * @param {Stage} stage
 * @param {any[]} stations
 * @returns {Change[]}
 */
export const picked = (stage, stations) =>
  changeable(stage, stations).filter(({ id }) => stage.memory.picks.includes(id));

/** @param {Stage} stage @param {any[]} stations */
export function changes(stage, stations) {
  const { memory, word, keep } = stage;
  const enough = word("ouderbril.enough", { limit: MOST_CHANGES });
  const trouble = problem();
  const plans = h("div", { class: "ps-plans" });

  const pick = (/** @type {string} */ id, /** @type {boolean} */ wanted) => {
    const others = picked(stage, stations)
      .map((one) => one.id)
      .filter((other) => other !== id);
    const full = wanted && others.length >= MOST_CHANGES;
    trouble.tell(full ? enough : "");
    if (!full) {
      keep({ picks: wanted ? [...others, id] : others });
      showPlans();
    }
    return !full;
  };

  const tick = (/** @type {Change} */ { id, text, station }) =>
    h(
      "label",
      { class: "ps-choice" },
      h("input", {
        type: "checkbox",
        checked: memory.picks.includes(id),
        onchange: (/** @type {any} */ { target }) => {
          if (!pick(id, target.checked)) target.checked = false;
        },
      }),
      h("span", {}, text, h("span", { class: "ps-hint" }, station)),
    );

  const showPlans = () => plans.replaceChildren(...planned(stage, picked(stage, stations)));
  const better = changeable(stage, stations).filter(({ id }) => id in memory.marks);
  const own = listEditor(stage, {
    label: word("ouderbril.own"),
    longest: LONGEST,
    most: MOST_CHANGES,
    entries: () => memory.own,
    refuse: () => (picked(stage, stations).length < MOST_CHANGES ? "" : enough),
    add(text) {
      const next =
        Math.max(0, ...memory.own.map((/** @type {any} */ one) => Number(one.id.slice(4)))) + 1;
      keep({ own: [...memory.own, { id: `own-${next}`, text }] });
      pick(`own-${next}`, true);
    },
    remove({ id }) {
      keep({
        own: memory.own.filter((/** @type {any} */ one) => one.id !== id),
        picks: memory.picks.filter((/** @type {string} */ one) => one !== id),
      });
      trouble.tell("");
      showPlans();
    },
  });
  showPlans();
  return [
    h("h2", {}, word("ouderbril.changes_heading")),
    h("p", {}, word("ouderbril.changes_intro")),
    better.length
      ? h(
          "fieldset",
          { class: "ps-choices" },
          h(
            "legend",
            {},
            word("ouderbril.better"),
            h("span", { class: "ps-hint" }, word("ouderbril.better_hint")),
          ),
          ...better.map(tick),
        )
      : h("p", { class: "ps-note" }, word("ouderbril.better_none")),
    trouble.place,
    h("h3", {}, word("ouderbril.own_heading")),
    own.place,
    plans,
    h(
      "p",
      { class: "ps-buttons" },
      mainButton(word("ouderbril.to_overview"), () => stage.go("overview")),
    ),
    lastRow(stage, { back: "walk" }),
  ];
}

/**
 * What, who and when for each first change.
 * @param {Stage} stage
 * @param {Change[]} chosen
 */
function planned({ memory, word, keep }, chosen) {
  if (chosen.length === 0) return [];
  return [
    h("h3", {}, word("ouderbril.plan_heading")),
    ...chosen.map(({ id, text, station }) => {
      const plan = () => ({ what: "", who: "", when: "", ...memory.plans[id] });
      const fieldOf = (/** @type {keyof Plan} */ name) =>
        field(
          word(`ouderbril.plan_${name}`),
          h("input", {
            type: "text",
            maxlength: LONGEST,
            value: plan()[name],
            oninput: (/** @type {any} */ { target }) =>
              keep({ plans: { ...memory.plans, [id]: { ...plan(), [name]: target.value } } }),
          }),
        );
      return h(
        "fieldset",
        { class: "ps-card ps-plan" },
        h("legend", {}, text, h("span", { class: "ps-hint" }, station)),
        fieldOf("what"),
        h("div", { class: "ps-pair" }, fieldOf("who"), fieldOf("when")),
      );
    }),
  ];
}
