// @ts-check
// The form: one area at a time, with free movement between the areas.

import { h, moveTo } from "./dom.js";

/** @typedef {import("./scan.js").Scan} Scan */

/**
 * @param {HTMLElement} root
 * @param {Scan} scan
 * @returns {HTMLElement} The heading of the area.
 */
export function showForm(root, scan) {
  const { specification, memory, word } = scan;
  const items = scan.items();
  const areas = specification.areas.filter((/** @type {any} */ area) =>
    items.some((item) => item.area === area.id),
  );
  memory.area = Math.min(memory.area, areas.length - 1);

  const bar = /** @type {HTMLProgressElement} */ (h("progress", { max: items.length, "aria-hidden": "true" }));
  const count = h("span", {});
  const kept = h("span", { class: "ps-kept", role: "status" });
  const steps = h("ol", { class: "ps-steps" });
  const page = h("div", {});
  const open = h("p", { class: "ps-hint" });
  const problem = h("p", { class: "ps-problem", role: "alert", hidden: true });

  const done = (/** @type {any[]} */ some) => some.filter((item) => item.id in memory.answers).length;

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
              style: `--area: var(--ps-${area.id})`,
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
    const answers = { ...memory.answers };
    if (value === null) delete answers[item.id];
    else answers[item.id] = value;
    problem.hidden = true;
    kept.textContent = scan.keep({ answers }) ? word("form.kept") : word("form.not_kept");
    tellProgress();
  };

  const openArea = (/** @type {number} */ position) => {
    scan.keep({ area: position });
    moveTo(showArea());
    tellProgress();
  };

  const showArea = () => {
    const area = areas[memory.area];
    const heading = h("h2", {}, area.name);
    page.style.setProperty("--area", `var(--ps-${area.id})`);
    page.replaceChildren(
      h("p", { class: "ps-hint" }, word("form.area_position", { position: memory.area + 1, total: areas.length })),
      heading,
      h("p", { class: "ps-area-short" }, area.short),
      ...items.filter((item) => item.area === area.id).map((item) => question(scan, item, answer)),
      h(
        "p",
        { class: "ps-buttons" },
        memory.area > 0 &&
          h("button", { class: "ps-button", type: "button", onclick: () => openArea(memory.area - 1) }, word("form.previous")),
        memory.area < areas.length - 1
          ? h("button", { class: "ps-button ps-main", type: "button", onclick: () => openArea(memory.area + 1) }, word("form.next"))
          : h("button", { class: "ps-button ps-main", type: "button", onclick: finish }, word("form.finish")),
      ),
    );
    return heading;
  };

  const finish = () => {
    if (done(items) > 0) return scan.go("result");
    problem.textContent = word("form.nothing");
    problem.hidden = false;
  };

  root.replaceChildren(
    h(
      "div",
      { class: "ps-progress" },
      h("p", {}, count, kept),
      bar,
      h("nav", { "aria-label": word("form.areas") }, steps),
    ),
    page,
    open,
    problem,
    h(
      "p",
      { class: "ps-buttons ps-quiet" },
      h("button", { class: "ps-button", type: "button", onclick: () => scan.go("start") }, word("form.back_to_start")),
      h("button", { class: "ps-button", type: "button", onclick: scan.wipe }, word("form.wipe")),
    ),
  );
  const heading = showArea();
  tellProgress();
  return heading;
}

/**
 * One item with its answers.
 * @param {Scan} scan
 * @param {any} item
 * @param {(item: any, value: number | string | null) => void} answer
 */
function question(scan, item, answer) {
  const { specification, memory, word } = scan;
  const statement = scan.statement(item);
  const clear = h(
    "button",
    {
      type: "button",
      class: "ps-clear",
      "aria-label": word("form.clear_of", { statement }),
      hidden: !(item.id in memory.answers),
      onclick: () => {
        const chosen = /** @type {HTMLInputElement | null} */ (fieldset.querySelector("input:checked"));
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
      ...specification.scales[item.scale].map((/** @type {string} */ name, /** @type {number} */ position) =>
        option(name, position + 1),
      ),
    ),
    h(
      "div",
      { class: "ps-extra" },
      h("span", { class: "ps-hint" }, word("form.extra")),
      ...specification.extra_answers.map((/** @type {any} */ extra) => option(extra.name, extra.id)),
      clear,
    ),
  );
  return fieldset;
}
