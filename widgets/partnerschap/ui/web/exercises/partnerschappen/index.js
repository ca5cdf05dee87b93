// @ts-check
// What happens with parents, sorted over the five partnerships: choose, sort, and see the balance.

import "../../styles/exercise.css";
import { listEditor } from "../../controls/list-editor-dom.js";
import {
  button,
  choices,
  lastRow,
  mainButton,
  open,
  privacy,
  problem,
  progress,
  sectors,
} from "../../controls/parts.js";
import { h } from "../../lib/dom.js";
import { balance } from "./balance.js";

/** @typedef {import("../../controls/parts.js").Stage} Stage */

const LONGEST = 80;
const MOST_OWN = 10;

const EMPTY = {
  /** @type {string | null} */
  sector: null,
  /** @type {string[]} Ids of activities of the content that happen. */
  chosen: [],
  /** @type {{id: string, text: string}[]} */
  own: [],
  /** @type {Record<string, string>} The partnership of each activity that is sorted. */
  places: {},
  /** @type {Record<string, string>} What could be done in a partnership that is empty. */
  ideas: {},
};

/** @param {{model: import("@anywidget/types").AnyModel, el: HTMLElement}} context */
function render(context) {
  open(context, {
    empty: EMPTY,
    screens: { choose, sort, balance: (stage) => balance(stage, happening(stage)) },
  });
}

/** The activities of the content for the sector. @param {Stage} stage @returns {any[]} */
const offered = ({ content, memory }) =>
  content.activities.filter((/** @type {any} */ one) => one.sectors.includes(memory.sector));

/** What happens here: from the content, and own ones. @param {Stage} stage @returns {any[]} */
const happening = (stage) => [
  ...offered(stage).filter((one) => stage.memory.chosen.includes(one.id)),
  ...stage.memory.own,
];

/** @param {Stage} stage */
function choose(stage) {
  const { memory, word, keep } = stage;
  const trouble = problem();
  const below = h("div", {});

  const tick = (/** @type {any} */ activity) =>
    h(
      "label",
      { class: "ps-choice" },
      h("input", {
        type: "checkbox",
        checked: memory.chosen.includes(activity.id),
        onchange: (/** @type {any} */ { target }) => {
          trouble.tell("");
          const others = memory.chosen.filter((/** @type {string} */ id) => id !== activity.id);
          keep({ chosen: target.checked ? [...others, activity.id] : others });
        },
      }),
      h("span", {}, activity.text),
    );

  const showBelow = () => {
    if (!memory.sector) return;
    const list = h(
      "fieldset",
      { class: "ps-choices" },
      h("legend", {}, word("partnerschappen.which")),
      ...offered(stage).map(tick),
    );
    const own = listEditor(stage, {
      label: word("partnerschappen.own"),
      longest: LONGEST,
      most: MOST_OWN,
      entries: () => memory.own,
      add(text) {
        const last = Math.max(
          0,
          ...memory.own.map((/** @type {any} */ one) => Number(one.id.slice(4))),
        );
        keep({ own: [...memory.own, { id: `own-${last + 1}`, text }] });
      },
      remove({ id }) {
        const { [id]: _, ...places } = memory.places;
        keep({ own: memory.own.filter((/** @type {any} */ one) => one.id !== id), places });
      },
    });
    below.replaceChildren(
      list,
      h(
        "p",
        {},
        button(word("partnerschappen.all"), () => {
          for (const box of /** @type {any} */ (list.querySelectorAll("input"))) box.checked = true;
          keep({ chosen: [...new Set([...memory.chosen, ...offered(stage).map(({ id }) => id)])] });
          stage.say(word("partnerschappen.all_done"));
        }),
      ),
      h("h3", {}, word("partnerschappen.own_heading")),
      own.place,
      trouble.place,
      h("p", { class: "ps-buttons" }, mainButton(word("partnerschappen.to_sort"), next)),
    );
  };

  const next = () => {
    if (happening(stage).length) stage.go("sort");
    else trouble.tell(word("partnerschappen.none_chosen"));
  };

  showBelow();
  return [
    h("h2", {}, word("partnerschappen.choose_heading")),
    h("p", {}, word("partnerschappen.choose_intro")),
    privacy(stage),
    sectors(stage, (sector) => {
      keep({ sector });
      showBelow();
    }),
    below,
    lastRow(stage),
  ];
}

/** @param {Stage} stage */
function sort(stage) {
  const { content, memory, word, keep } = stage;
  const activities = happening(stage);
  const trouble = problem();
  const far = progress(stage, activities.length);
  const tally = h("ul", { class: "ps-tally" });

  const tellProgress = () => {
    const sorted = activities.filter(({ id }) => id in memory.places);
    far.tell(
      sorted.length,
      word("partnerschappen.progress", { done: sorted.length, total: activities.length }),
    );
    tally.replaceChildren(
      ...content.partnerships.map(({ id, label }) =>
        h(
          "li",
          { style: `--area: var(--ps-${id})` },
          h("span", {}, label),
          h("strong", {}, String(sorted.filter((one) => memory.places[one.id] === id).length)),
        ),
      ),
    );
  };

  const options = content.partnerships.map(({ id, label }) => ({ id, name: label, area: id }));
  const question = (/** @type {any} */ activity) =>
    choices(
      activity.text,
      `place-${activity.id}`,
      options,
      memory.places[activity.id],
      (place) => {
        trouble.tell("");
        keep({ places: { ...memory.places, [activity.id]: place } });
        tellProgress();
      },
      "ps-sort",
    );

  const next = () => {
    if (activities.some(({ id }) => id in memory.places)) stage.go("balance");
    else trouble.tell(word("partnerschappen.none_sorted"));
  };

  tellProgress();
  return [
    h("h2", {}, word("partnerschappen.sort_heading")),
    h("p", {}, word("partnerschappen.sort_intro")),
    h(
      "details",
      { class: "ps-panel", open: true },
      h("summary", {}, word("partnerschappen.help")),
      h(
        "dl",
        { class: "ps-key" },
        ...content.partnerships.map(({ id, name, short, recognise }) =>
          h(
            "div",
            { style: `--area: var(--ps-${id})` },
            h("dt", {}, word("partnerschappen.key", { name, short })),
            h("dd", {}, recognise),
          ),
        ),
      ),
    ),
    far.place,
    h("div", { class: "ps-tally-row" }, tally),
    ...activities.map(question),
    trouble.place,
    h("p", { class: "ps-buttons" }, mainButton(word("partnerschappen.to_balance"), next)),
    lastRow(stage, { back: "choose" }),
  ];
}

export default { render };
