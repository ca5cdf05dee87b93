// @ts-check
// The first screen: which version, where and as whom; or a team's answer sheet.

import { h } from "../../lib/dom.js";

/** @typedef {import("./index.js").Scan} Scan */

const LARGEST_SHEET = 5 * 1024 * 1024;
const GROUPS = [5, 3, 1];

/**
 * @param {HTMLElement} root
 * @param {Scan} scan
 * @returns {HTMLElement} The heading of the screen.
 */
export function showStart(root, scan) {
  const { specification, memory, word } = scan;
  if (specification.instruments.length === 1) {
    memory.instrument = specification.instruments[0].id;
  }
  memory.instrument ??= specification.instruments[0].id;
  const heading = h("h2", {}, word("form.choose_heading"));
  const found = h("div", { "aria-live": "polite" });
  const problem = h("p", { class: "ps-problem", role: "alert", hidden: true });
  const begin = h("button", { class: "ps-button ps-main", type: "submit" }, word("form.begin"));

  const tellFound = () => {
    const items = memory.role ? scan.items() : specification.items;
    const done = items.filter((/** @type {any} */ item) => item.id in memory.answers).length;
    begin.textContent = word(done ? "form.continue" : "form.begin");
    found.replaceChildren(
      ...(done
        ? [
            h(
              "div",
              { class: "ps-note" },
              h("p", {}, h("strong", {}, word("form.found_heading"))),
              h("p", {}, word("form.found", { done, total: items.length })),
              h(
                "button",
                { class: "ps-button", type: "button", onclick: scan.wipe },
                word("form.wipe"),
              ),
            ),
          ]
        : []),
    );
  };

  /** @type {[("instrument" | "sector" | "role"), string, {id: string, name: string, hint?: string}[]][]} */
  const questions = [
    [
      "instrument",
      word("form.choose_instrument"),
      specification.instruments.map((/** @type {any} */ one) => ({
        ...one,
        hint: word("form.instrument_hint", {
          items: one.items.length,
          minutes: one.minutes,
          summary: one.summary,
        }),
      })),
    ],
    ["sector", word("form.choose_sector"), specification.sectors],
    [
      "role",
      word("form.choose_role"),
      specification.roles.map((/** @type {any} */ one) => ({ ...one, hint: one.explanation })),
    ],
  ];

  const form = h(
    "form",
    {
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        const missing = questions.filter(([name]) => !memory[name]).map(([, legend]) => legend);
        problem.hidden = missing.length === 0;
        problem.textContent = word("form.choose_all", { missing: missing.join(" / ") });
        if (missing.length === 0) scan.go("form");
      },
    },
    ...questions
      .filter(([, , choices]) => choices.length > 1)
      .map(([name, legend, choices]) =>
        h(
          "fieldset",
          { class: "ps-choices" },
          h("legend", {}, legend),
          ...choices.map((choice) =>
            h(
              "label",
              { class: "ps-choice" },
              h("input", {
                type: "radio",
                name,
                value: choice.id,
                checked: memory[name] === choice.id,
                onchange: () => {
                  scan.keep({ [name]: choice.id, area: 0 });
                  tellFound();
                },
              }),
              h(
                "span",
                {},
                h("strong", {}, choice.name),
                choice.hint && h("span", { class: "ps-hint" }, choice.hint),
              ),
            ),
          ),
        ),
      ),
    found,
    problem,
    h("p", { class: "ps-buttons" }, begin),
  );
  tellFound();
  const kept = scan.keep({});
  root.replaceChildren(
    heading,
    h("p", { class: "ps-private" }, word(kept ? "form.private" : "form.not_kept")),
    form,
    sheetPanel(scan),
  );
  return heading;
}

/** @param {Scan} scan */
function sheetPanel(scan) {
  const { word } = scan;
  const file = /** @type {HTMLInputElement} */ (h("input", { type: "file", accept: ".csv,.xlsx" }));
  const group = /** @type {HTMLSelectElement} */ (
    h(
      "select",
      {},
      ...GROUPS.map((size) => h("option", { value: size }, word(`form.sheet_group_${size}`))),
    )
  );
  const problem = h("p", { class: "ps-problem", role: "alert", hidden: true });
  const refuse = (/** @type {string} */ text) => {
    problem.textContent = text;
    problem.hidden = false;
  };
  const send = () => {
    const chosen = file.files?.[0];
    if (!chosen) return refuse(word("form.sheet_none"));
    if (!/\.(csv|xlsx)$/i.test(chosen.name)) return refuse(word("form.sheet_suffix"));
    if (chosen.size > LARGEST_SHEET) {
      return refuse(word("form.sheet_large", { limit: LARGEST_SHEET / 1024 / 1024 }));
    }
    return void scan.scoreSheet(chosen, Number(group.value));
  };
  return h(
    "details",
    { class: "ps-panel" },
    h("summary", {}, word("form.sheet_heading")),
    h("p", {}, word("form.sheet_intro")),
    h("label", { class: "ps-field" }, word("form.sheet_file"), file),
    h("label", { class: "ps-field" }, word("form.sheet_group"), group),
    problem,
    h(
      "p",
      { class: "ps-buttons" },
      h("button", { class: "ps-button", type: "button", onclick: send }, word("form.sheet_show")),
    ),
  );
}
