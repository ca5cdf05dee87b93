// @ts-check
// What is agreed about one step: the fields, and what is wrong with them.

import { choices, field } from "../../controls/parts.js";
import { DATES } from "../../lib/dates";
import { h } from "../../lib/dom.js";

/** @typedef {import("./index.js").Action} Action */
/** @typedef {import("./index.js").Planner} Planner */

// The kernel keeps to the same; see `planning.py`.
export const LONGEST_TEXT = 500;
const LONGEST_OWNER = 60;
const LONGEST_OTHER = 300;
const FIRST_MONTH = 8;
const MAIL = /[^\s@]+@[^\s@]+\.[^\s@]/;

const STATES = ["chosen", "busy", "done", "stopped"];
const TEXTS = ["first_step", "evidence", "celebration"];

/** The months of a school year, 1..12. */
export const MONTHS = [...Array(12).keys()].map((number) => ((number + FIRST_MONTH - 1) % 12) + 1);

/** @param {string} language @param {number} month @param {"long" | "short"} [form] */
export const monthName = (language, month, form = "long") =>
  new Intl.DateTimeFormat(language, { month: form }).format(new Date(2026, month - 1, 1));

/** A text on one line, without what cannot be seen. @param {string} value */
export const line = (value) => value.replace(/[\s\p{Cc}]+/gu, " ").trim();

/** What is wrong with what is to be done. @param {Planner["word"]} word @param {string} text */
export function textProblem(word, text) {
  if (!text) return word("actieplan.text_empty");
  return MAIL.test(text) ? word("actieplan.mail") : "";
}

/** The areas to choose from. @param {any} specification @param {Planner["word"]} word */
export function areaField(specification, word) {
  const areas = specification.areas.map((/** @type {any} */ one) =>
    h("option", { value: one.id }, one.name),
  );
  return /** @type {HTMLSelectElement} */ (
    h("select", {}, h("option", { value: "" }, word("actieplan.area_none")), ...areas)
  );
}

/** Show a text where it is not there yet: a space at its end may have just been typed.
 * @param {HTMLInputElement | HTMLTextAreaElement} input @param {string} value */
function put(input, value) {
  if (line(input.value) !== value) input.value = value;
}

/**
 * @param {Planner} stage
 * @param {Action} given
 * @param {{typed: () => void, done: () => void}} on While something is typed, and when it is ready.
 */
export function stepFields({ specification, word }, given, { typed, done }) {
  const { language } = specification;
  const events = { oninput: typed, onchange: done };
  const area = (name = "", rows = 2, longest = LONGEST_OTHER) =>
    /** @type {HTMLTextAreaElement} */ (
      h("textarea", { rows, maxlength: longest, ...events, "data-name": name })
    );
  const text = area("text", 2, LONGEST_TEXT);
  const owner = /** @type {HTMLInputElement} */ (
    h("input", { type: "text", maxlength: LONGEST_OWNER, autocomplete: "off", ...events })
  );
  // A date is ready when it is left: while it is typed its year is 0002.
  const due = /** @type {HTMLInputElement} */ (
    h("input", { type: "date", ...DATES, onchange: done })
  );
  const place = areaField(specification, word);
  place.addEventListener("change", done);
  const texts = Object.fromEntries(TEXTS.map((name) => [name, area(name)]));
  const reason = area("reason");
  const reasonName = document.createTextNode("");
  const reasonField = h("label", { class: "ps-field" }, reasonName, reason);

  /** @type {Action["state"]} */
  let state = "chosen";
  const setState = (/** @type {any} */ now) => {
    state = STATES.includes(now) ? now : "chosen";
    reasonField.hidden = state === "chosen" || state === "busy";
    reasonName.textContent = word(
      state === "stopped" ? "actieplan.reason_stopped" : "actieplan.reason_done",
    );
  };
  const states = choices(
    word("actieplan.state"),
    `ps-state-${given.id}`,
    STATES.map((id) => ({ id, name: word(`together.state_${id}`) })),
    given.state,
    (id) => {
      setState(id);
      done();
    },
  );
  const months = MONTHS.map(
    (month) =>
      /** @type {HTMLInputElement} */ (
        h("input", { type: "checkbox", value: month, onchange: done })
      ),
  );
  const monthFields = h(
    "fieldset",
    { class: "ps-months" },
    h("legend", {}, word("actieplan.months")),
    ...months.map((input, position) =>
      h(
        "label",
        { class: "ps-option" },
        input,
        h("span", {}, monthName(language, MONTHS[position])),
      ),
    ),
  );

  /** @param {Action} now */
  const set = (now) => {
    put(text, now.text);
    put(owner, now.owner);
    for (const name of TEXTS) put(texts[name], String(now[/** @type {keyof Action} */ (name)]));
    put(reason, now.reason);
    due.value = now.due ?? "";
    place.value = now.area ?? "";
    setState(now.state);
    for (const input of states.querySelectorAll("input")) input.checked = input.value === state;
    for (const input of months) input.checked = now.months.includes(Number(input.value));
  };
  set(given);

  const others = () => [...TEXTS.map((name) => texts[name]), reason];
  return {
    places: [
      field(word("actieplan.text"), text),
      h(
        "div",
        { class: "ps-pair" },
        field(word("actieplan.owner"), owner),
        field(word("actieplan.due"), due),
      ),
      field(word("actieplan.first_step"), texts.first_step),
      h(
        "div",
        { class: "ps-pair" },
        field(word("actieplan.evidence"), texts.evidence),
        field(word("actieplan.celebration"), texts.celebration),
      ),
      given.item ? "" : field(word("actieplan.area"), place),
      monthFields,
      states,
      reasonField,
    ],
    set,
    focus: () => text.focus(),
    value: () => ({
      text: line(text.value),
      owner: line(owner.value),
      due: due.value || null,
      area: given.item ? given.area : place.value || null,
      ...Object.fromEntries(TEXTS.map((name) => [name, line(texts[name].value)])),
      state,
      reason: line(reason.value),
      months: months.filter((input) => input.checked).map((input) => Number(input.value)),
    }),
    /** Why this cannot be kept, or nothing. */
    problem() {
      if (owner.value.includes("@")) return word("actieplan.mail");
      if (!due.validity.valid) return word("together.due_wrong");
      if (others().some((one) => MAIL.test(one.value))) return word("actieplan.mail");
      return textProblem(word, line(text.value));
    },
  };
}
