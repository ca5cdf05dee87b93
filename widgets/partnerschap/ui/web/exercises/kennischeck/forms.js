// @ts-check
// The four ways to answer a check question. An answer counts options as the content has them.

import { h } from "../../lib/dom.js";
import { mixed, shuffled } from "../../lib/shuffle.js";

/** @typedef {import("../../controls/parts.js").Stage} Stage */

/**
 * @typedef {object} Form
 * @property {HTMLElement} place
 * @property {() => any} value
 * @property {() => string | null} missing Id of what to say when there is no answer yet.
 */

/** @typedef {(stage: Stage, asked: any, choose: (value: any) => void) => Form} MakeForm */

/** @type {Record<string, MakeForm>} */
export const FORMS = {
  single: (stage, asked, choose) => {
    let value = stage.memory.answers[asked.id] ?? null;
    return {
      place: boxes(
        stage,
        asked,
        "radio",
        (index) => index === value,
        (index) => choose((value = index)),
      ),
      value: () => value,
      missing: () => (value === null ? "kennischeck.nothing" : null),
    };
  },

  multiple: (stage, asked, choose) => {
    /** @type {number[]} */
    let value = stage.memory.answers[asked.id] ?? [];
    const change = (/** @type {number} */ index, /** @type {boolean} */ checked) => {
      const others = value.filter((one) => one !== index);
      value = checked ? [...others, index] : others;
      choose(value);
    };
    return {
      place: boxes(stage, asked, "checkbox", (index) => value.includes(index), change),
      value: () => value,
      missing: () => (value.length === 0 ? "kennischeck.nothing" : null),
    };
  },

  order: (stage, asked, choose) => {
    const { word, say } = stage;
    const total = asked.options.length;
    /** @type {number[]} */
    let value = stage.memory.answers[asked.id] ?? mixed(total, stage.memory.seed, asked.id);
    const list = h("ol", { class: "ps-order" });

    const move = (/** @type {number} */ from, /** @type {number} */ to) => {
      const index = value[from];
      value = value.filter((one) => one !== index);
      value.splice(to, 0, index);
      choose(value);
      show();
      say(word("kennischeck.moved", { n: to + 1, total, text: asked.options[index].text }));
      const way = to < from ? "up" : "down";
      const row = list.children[to];
      // At the end of the list the button that was used is out of use.
      const next =
        row.querySelector(`[data-way=${way}]:enabled`) ?? row.querySelector("button:enabled");
      /** @type {HTMLElement} */ (next).focus();
    };
    const mover = (
      /** @type {"up" | "down"} */ way,
      /** @type {number} */ from,
      /** @type {string} */ text,
    ) =>
      h(
        "button",
        {
          type: "button",
          class: "ps-button",
          "data-way": way,
          "aria-label": word(`kennischeck.${way}_of`, { text }),
          disabled: from === (way === "up" ? 0 : total - 1),
          onclick: () => move(from, way === "up" ? from - 1 : from + 1),
        },
        h("span", { "aria-hidden": "true" }, way === "up" ? "↑ " : "↓ "),
        word(`kennischeck.${way}`),
      );
    const show = () => {
      list.replaceChildren(
        ...value.map((index, position) => {
          const { text } = asked.options[index];
          return h(
            "li",
            {},
            h("span", { class: "ps-order-text" }, text),
            h(
              "span",
              { class: "ps-movers" },
              mover("up", position, text),
              mover("down", position, text),
            ),
          );
        }),
      );
    };
    show();
    return {
      place: group(stage, asked, [list]),
      value: () => value,
      missing: () => null,
    };
  },

  match: (stage, asked, choose) => {
    const { word, memory } = stage;
    const total = asked.pairs.length;
    /** @type {(number | null)[]} For each left side the pair whose right side is chosen. */
    const value = [...(memory.answers[asked.id] ?? new Array(total).fill(null))];
    const rights = mixed(total, memory.seed, `${asked.id}-right`);

    const row = (/** @type {number} */ left) => {
      const chosen = h("p", { class: "ps-match-chosen", "aria-hidden": "true" });
      const select = /** @type {HTMLSelectElement} */ (
        h(
          "select",
          { id: `${asked.id}-${left}`, onchange: () => change() },
          h("option", { value: "" }, word("kennischeck.choose_one")),
          ...rights.map((right) => h("option", { value: right }, asked.pairs[right].right)),
        )
      );
      const tell = () => {
        const right = value[left];
        chosen.textContent = right === null ? "" : asked.pairs[right].right;
      };
      const change = () => {
        value[left] = select.value === "" ? null : Number(select.value);
        choose([...value]);
        tell();
      };
      select.value = value[left] === null ? "" : String(value[left]);
      tell();
      return h(
        "div",
        { class: "ps-match" },
        h("label", { for: select.id }, asked.pairs[left].left),
        h("div", {}, select, chosen),
      );
    };
    return {
      place: group(stage, asked, shuffled(total, memory.seed, `${asked.id}-left`).map(row)),
      value: () => value,
      missing: () => (value.includes(null) ? "kennischeck.nothing_match" : null),
    };
  },
};

/** @param {Stage} stage @param {any} asked @param {HTMLElement[]} parts */
function group({ word }, { kind, question }, parts) {
  return h(
    "fieldset",
    {},
    h("legend", {}, question, h("span", { class: "ps-hint" }, word(`kennischeck.hint_${kind}`))),
    ...parts,
  );
}

/**
 * Options to tick, in the order of the seed.
 * @param {Stage} stage
 * @param {any} asked
 * @param {"radio" | "checkbox"} type
 * @param {(index: number) => boolean} isChosen
 * @param {(index: number, checked: boolean) => void} change
 */
function boxes(stage, asked, type, isChosen, change) {
  const order = shuffled(asked.options.length, stage.memory.seed, asked.id);
  return group(
    stage,
    asked,
    order.map((index) =>
      h(
        "label",
        { class: "ps-choice" },
        h("input", {
          type,
          name: asked.id,
          value: index,
          checked: isChosen(index),
          onchange: (/** @type {any} */ { target }) => change(index, target.checked),
        }),
        h("span", {}, asked.options[index].text),
      ),
    ),
  );
}
