// @ts-check
// The form: one area at a time, with free movement between the areas. For somebody alone, and for
// who takes part in a team session.

import { h, moveTo } from "../lib/dom.js";

/**
 * What the form needs to know: of the scan, or of a team session.
 * @typedef {object} Filling
 * @property {any} specification
 * @property {{answers: Record<string, number | string>, area: number}} memory
 * @property {import("../exercises/scan/index.js").Scan["word"]} word
 * @property {() => any[]} items What is asked.
 * @property {(item: any) => string} statement
 * @property {(changes: {area: number}) => unknown} keep
 */

/**
 * What differs between filling in alone and in a team session.
 * @typedef {object} Ways
 * @property {(item: any, value: number | string | null) => void} answer Keep an answer, in the
 *   memory too; null takes it away.
 * @property {HTMLElement} [status] Says beside the progress whether the answers are kept.
 * @property {string} finishWord On the button behind the last area.
 * @property {() => void} finish
 * @property {HTMLElement[]} buttons Below the form.
 * @property {HTMLElement} [above] Stays above every area.
 */

/**
 * @param {HTMLElement} root
 * @param {Filling} filling
 * @param {Ways} ways
 * @returns {{heading: HTMLElement, refresh: () => void}} The heading of the area, and what shows
 *   answers that came from elsewhere.
 */
export function fillIn(root, filling, ways) {
  const { specification, memory, word } = filling;
  const items = filling.items();
  const areas = specification.areas.filter((/** @type {any} */ area) =>
    items.some((item) => item.area === area.id),
  );
  memory.area = Math.min(memory.area, areas.length - 1);

  const bar = /** @type {HTMLProgressElement} */ (
    h("progress", { max: items.length, "aria-hidden": "true" })
  );
  const count = h("span", {});
  const steps = h("ol", { class: "ps-steps" });
  const page = h("div", {});
  const open = h("p", { class: "ps-hint" });
  const problem = h("p", { class: "ps-problem", role: "alert", hidden: true });
  /** @type {ReturnType<typeof question>[]} */
  let questions = [];

  const done = (/** @type {any[]} */ some) =>
    some.filter((item) => item.id in memory.answers).length;

  const tellProgress = () => {
    const answered = done(items);
    const left = items.length - answered;
    bar.value = answered;
    count.textContent = word("form.progress", { done: answered, total: items.length });
    open.textContent =
      left === 0 ? "" : left === 1 ? word("form.open_one") : word("form.open_many", { open: left });
    steps.replaceChildren(
      ...areas.map((/** @type {any} */ area, /** @type {number} */ position) => {
        const own = items.filter((item) => item.area === area.id);
        const values = { name: area.name, done: done(own), total: own.length };
        return h(
          "li",
          {},
          h(
            "button",
            {
              type: "button",
              class: done(own) === own.length ? "ps-step ps-step-done" : "ps-step",
              style: colour(area),
              "aria-current": position === memory.area && "step",
              "aria-label": word("form.area_progress", values),
              title: word("form.area_progress", values),
              onclick: () => openArea(position),
            },
            h("strong", { "aria-hidden": "true" }, area.name[0]),
            h("span", { "aria-hidden": "true" }, `${values.done}/${values.total}`),
          ),
        );
      }),
    );
  };

  /** @param {any} item @param {number | string | null} value */
  const answer = (item, value) => {
    problem.hidden = true;
    ways.answer(item, value);
    tellProgress();
  };

  const openArea = (/** @type {number} */ position) => {
    filling.keep({ area: position });
    moveTo(showArea());
    tellProgress();
  };

  const showArea = () => {
    const area = areas[memory.area];
    const heading = h("h2", {}, area.name);
    questions = items
      .filter((item) => item.area === area.id)
      .map((item) => question(filling, item, answer));
    page.style.cssText = colour(area);
    page.replaceChildren(
      h(
        "p",
        { class: "ps-hint" },
        word("form.area_position", { position: memory.area + 1, total: areas.length }),
      ),
      heading,
      h("p", { class: "ps-area-short" }, area.short),
      ...questions.map(({ place }) => place),
      h(
        "p",
        { class: "ps-buttons" },
        memory.area > 0 &&
          h(
            "button",
            { class: "ps-button", type: "button", onclick: () => openArea(memory.area - 1) },
            word("form.previous"),
          ),
        memory.area < areas.length - 1
          ? h(
              "button",
              {
                class: "ps-button ps-main",
                type: "button",
                onclick: () => openArea(memory.area + 1),
              },
              word("form.next"),
            )
          : h(
              "button",
              { class: "ps-button ps-main", type: "button", onclick: finish },
              ways.finishWord,
            ),
      ),
    );
    return heading;
  };

  const finish = () => {
    if (done(items) > 0) return ways.finish();
    problem.textContent = word("form.nothing");
    problem.hidden = false;
  };

  root.replaceChildren(
    ...(ways.above ? [ways.above] : []),
    h(
      "div",
      { class: "ps-progress" },
      h("p", {}, count, ways.status),
      bar,
      h("nav", { "aria-label": word("form.areas") }, steps),
    ),
    page,
    open,
    problem,
    h("p", { class: "ps-buttons ps-quiet" }, ...ways.buttons),
  );
  const heading = showArea();
  tellProgress();
  return {
    heading,
    refresh() {
      for (const { refresh } of questions) refresh();
      tellProgress();
    },
  };
}

/** A team's own points have no colour of their own. @param {{id: string}} area */
const colour = ({ id }) => `--area: var(--ps-${id}, var(--ps-accent))`;

/**
 * One item with its answers.
 * @param {Filling} filling
 * @param {any} item
 * @param {(item: any, value: number | string | null) => void} answer
 */
function question(filling, item, answer) {
  const { specification, memory, word } = filling;
  const statement = filling.statement(item);
  const clear = h(
    "button",
    {
      type: "button",
      class: "ps-clear",
      "aria-label": word("form.clear_of", { statement }),
      hidden: !(item.id in memory.answers),
      onclick: () => {
        const chosen = /** @type {HTMLInputElement | null} */ (
          fieldset.querySelector("input:checked")
        );
        if (chosen) chosen.checked = false;
        clear.hidden = true;
        answer(item, null);
        /** @type {HTMLInputElement} */ (fieldset.querySelector("input")).focus();
      },
    },
    word("form.clear"),
  );
  const option = (/** @type {string} */ name, /** @type {number | string} */ value) =>
    h(
      "label",
      { class: "ps-option" },
      h("input", {
        type: "radio",
        name: `answer-${item.id}`,
        value,
        checked: memory.answers[item.id] === value,
        onchange: () => {
          clear.hidden = false;
          answer(item, value);
        },
      }),
      h("span", {}, name),
    );
  const fieldset = h(
    "fieldset",
    { class: "ps-item" },
    h("legend", {}, statement),
    h(
      "div",
      { class: "ps-scale" },
      ...specification.scales[item.scale].map(
        (/** @type {string} */ name, /** @type {number} */ position) => option(name, position + 1),
      ),
    ),
    h(
      "div",
      { class: "ps-extra" },
      h("span", { class: "ps-hint" }, word("form.extra")),
      ...specification.extra_answers.map((/** @type {any} */ extra) =>
        option(extra.name, extra.id),
      ),
      clear,
    ),
  );
  const refresh = () => {
    const given = memory.answers[item.id];
    clear.hidden = given === undefined;
    for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (
      fieldset.querySelectorAll("input")
    )) {
      input.checked = input.value === String(given);
    }
  };
  return { place: fieldset, refresh };
}
