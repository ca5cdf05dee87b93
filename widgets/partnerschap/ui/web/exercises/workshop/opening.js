// @ts-check
// What a trainer chooses for a session.

import { button, choices, field, problem, tidy } from "../../controls/parts.js";
import { folded } from "../../controls/trainer-parts.js";
import { h } from "../../lib/dom.js";
import { newSecret } from "../../lib/trainer-link.js";

/** @typedef {import("./index.js").Desk} Desk */

const USUAL_ROLES = ["parent", "professional", "management"];
const GROUPS = [3, 5, 8];
const DAYS = [7, 30, 60, 90];
const MOST_OWN = 8;
const LONGEST_LABEL = 80;
const LONGEST_POINT = 200;

/** @param {Desk} desk */
export function openingForm(desk) {
  const { word, specification } = desk;
  /** @type {{instrument: string, sector: string, roles: string[], min_group: number, retention_days: number, together: boolean}} */
  const chosen = {
    instrument: specification.instruments[0].id,
    sector: specification.sectors[0].id,
    roles: [...USUAL_ROLES],
    min_group: 5,
    retention_days: 30,
    together: false,
  };
  const wrong = problem();
  const label = /** @type {HTMLInputElement} */ (
    h("input", { type: "text", maxlength: LONGEST_LABEL, autocomplete: "off" })
  );
  const own = ownPoints(desk);
  // One secret for as long as this form is open: sent twice, it makes one session.
  const token = newSecret();

  const instruments = specification.instruments.map((/** @type {any} */ one) => ({
    id: one.id,
    name: one.name,
    hint: word("form.instrument_hint", {
      items: one.items.length,
      minutes: one.minutes,
      summary: one.summary,
    }),
  }));
  const ways = ["apart", "together"].map((id) => ({
    id,
    name: word(`workshop.way_${id}`),
    hint: word(`workshop.way_${id}_hint`),
  }));
  const roles = h(
    "fieldset",
    { class: "ps-choices" },
    h("legend", {}, word("workshop.roles")),
    ...specification.roles.map((/** @type {any} */ role) =>
      choice("checkbox", "role", role, chosen.roles.includes(role.id), (on) => {
        chosen.roles = specification.roles
          .map((/** @type {any} */ one) => one.id)
          .filter((/** @type {string} */ id) => (id === role.id ? on : chosen.roles.includes(id)));
      }),
    ),
  );

  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const missing = own.missing() || (chosen.roles.length ? "" : word("workshop.no_roles"));
    wrong.tell(missing);
    if (missing) return;
    const opening = { ...chosen, label: tidy(label.value), own_items: own.points() };
    const reply = await desk.request({ kind: "open", token, opening });
    if (reply.kind === "view") desk.opened({ token, fresh: true }, reply);
    else wrong.tell(reply.message);
  };

  return h(
    "form",
    { class: "ps-opening", onsubmit: submit },
    h("h3", {}, word("workshop.make")),
    options(
      word("form.choose_instrument"),
      "instrument",
      instruments,
      chosen.instrument,
      (id) => (chosen.instrument = id),
    ),
    choices(
      word("form.choose_sector"),
      "sector",
      specification.sectors,
      chosen.sector,
      (id) => (chosen.sector = id),
      "ps-marks",
    ),
    roles,
    field(word("workshop.label"), label),
    h("p", { class: "ps-hint" }, word("workshop.label_hint")),
    folded(word("workshop.own"), h("p", {}, word("workshop.own_what")), own.place),
    folded(
      word("workshop.more"),
      options(
        word("workshop.way"),
        "way",
        ways,
        "apart",
        (id) => (chosen.together = id === "together"),
      ),
      options(
        word("workshop.group"),
        "group",
        numbers(word, "group", GROUPS),
        String(chosen.min_group),
        (id) => (chosen.min_group = Number(id)),
      ),
      h("p", { class: "ps-hint" }, word("workshop.group_why")),
      options(
        word("workshop.days"),
        "days",
        numbers(word, "days", DAYS),
        String(chosen.retention_days),
        (id) => (chosen.retention_days = Number(id)),
      ),
      h("p", { class: "ps-hint" }, word("workshop.days_why")),
    ),
    wrong.place,
    h(
      "p",
      { class: "ps-buttons" },
      h("button", { class: "ps-button ps-main", type: "submit" }, word("workshop.make_it")),
    ),
  );
}

/** @param {Desk["word"]} word @param {string} name @param {number[]} values */
function numbers(word, name, values) {
  return values.map((value) => ({ id: String(value), name: word(`workshop.${name}_${value}`) }));
}

/**
 * Choices with a hint below each.
 * @param {string} legend
 * @param {string} name
 * @param {{id: string, name: string, hint?: string}[]} list
 * @param {string} chosen
 * @param {(id: string) => void} choose
 */
function options(legend, name, list, chosen, choose) {
  return h(
    "fieldset",
    { class: "ps-choices" },
    h("legend", {}, legend),
    ...list.map((one) => choice("radio", name, one, one.id === chosen, () => choose(one.id))),
  );
}

/**
 * @param {"radio" | "checkbox"} type
 * @param {string} name
 * @param {{id: string, name: string, hint?: string}} one
 * @param {boolean} checked
 * @param {(on: boolean) => void} change
 */
function choice(type, name, one, checked, change) {
  return h(
    "label",
    { class: "ps-choice" },
    h("input", {
      type,
      name,
      value: one.id,
      checked,
      onchange: (/** @type {any} */ event) => change(event.target.checked),
    }),
    h("span", {}, h("strong", {}, one.name), one.hint && h("span", { class: "ps-hint" }, one.hint)),
  );
}

/** The team's own points, with the scale of each. @param {Desk} desk */
function ownPoints({ word, specification, say }) {
  /** @type {{row: HTMLElement, text: HTMLInputElement, scale: HTMLSelectElement}[]} */
  let rows = [];
  const list = h("div", {});
  const more = button(word("workshop.own_add"), () => add());
  const scales = Object.entries(specification.scales);

  const show = () => {
    list.replaceChildren(...rows.map(({ row }) => row));
    more.hidden = rows.length >= MOST_OWN;
  };
  const add = () => {
    const text = /** @type {HTMLInputElement} */ (
      h("input", { type: "text", maxlength: LONGEST_POINT, autocomplete: "off" })
    );
    const scale = /** @type {HTMLSelectElement} */ (
      h(
        "select",
        {},
        ...scales.map(([id, points]) =>
          h("option", { value: id }, /** @type {string[]} */ (points).join(" · ")),
        ),
      )
    );
    const number = rows.length + 1;
    const row = h(
      "fieldset",
      { class: "ps-own-point" },
      h("legend", {}, word("workshop.own_point", { number })),
      field(word("workshop.own_statement"), text),
      field(word("workshop.own_scale"), scale),
      button(
        word("workshop.own_remove"),
        () => {
          rows = rows.filter((one) => one.row !== row);
          show();
          say(word("workshop.own_removed"));
          more.focus();
        },
        { class: "ps-clear" },
      ),
    );
    rows.push({ row, text, scale });
    show();
    text.focus();
  };
  show();
  return {
    place: h("div", {}, list, h("p", { class: "ps-buttons" }, more)),
    points: () =>
      rows.map(({ text, scale }) => ({ statement: tidy(text.value), scale: scale.value })),
    missing: () => (rows.every(({ text }) => tidy(text.value)) ? "" : word("workshop.own_empty")),
  };
}
