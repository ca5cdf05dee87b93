// @ts-check
// The plan on the trainer's screen: two or three steps, each with who and when, saved one by one.

import { button, field, mainButton, problem, tidy } from "../../controls/parts.js";
import { saving } from "../../controls/trainer-parts.js";
import { DATES } from "../../lib/dates";
import { h } from "../../lib/dom.js";
import { agreed, shownFor, suggested } from "../../results/dom-adapters.js";

/** @typedef {import("./index.js").Desk} Desk */
/** @typedef {import("../../controls/trainer-parts.js").Screen} Screen */

const LONGEST_TEXT = 500;
const LONGEST_OWNER = 60;
const TOO_MANY = 5;
const RECOMMENDED = 3;

/**
 * @param {Desk} desk
 * @param {boolean} adding Whether there is a place for a step of the team's own.
 * @returns {Screen & {chooser: (suggestion: any) => Screen}}
 */
export function planEditor(desk, adding) {
  const { word } = desk;
  /** @type {Map<number, ReturnType<typeof planRow>>} */
  const rows = new Map();
  /** A key a new action, kept until it is saved, so that a repeated request adds once.
   * @type {Map<string, string>} */
  const keys = new Map();
  const list = h("ol", { class: "ps-cards ps-planned-list" });
  const none = h("p", {}, word("together.plan_none"));
  const many = h("p", { class: "ps-hint" });

  const add = async (/** @type {string} */ draft, /** @type {object} */ action) => {
    if (!keys.has(draft)) keys.set(draft, crypto.getRandomValues(new Uint32Array(4)).join("-"));
    const reply = await desk.ask({ kind: "action_add", key: keys.get(draft), action });
    if (reply.kind !== "view") return false;
    keys.delete(draft);
    return true;
  };

  const update = (/** @type {any} */ view) => {
    const ids = new Set(view.plan.map((/** @type {any} */ one) => one.id));
    for (const [id, row] of rows) {
      if (ids.has(id)) continue;
      row.place.remove();
      rows.delete(id);
    }
    for (const action of view.plan) {
      const row = rows.get(action.id);
      if (row) row.update(action);
      else {
        const made = planRow(desk, action);
        rows.set(action.id, made);
        list.append(made.place);
      }
    }
    const n = view.plan.length;
    none.hidden = n > 0;
    many.hidden = n <= RECOMMENDED;
    many.textContent = word(n > TOO_MANY ? "workshop.plan_too_many" : "workshop.plan_many", { n });
  };

  const { id: round } = desk.view;
  update(desk.view);
  return {
    place: h("div", {}, none, list, many, adding && ownStep(word, add)),
    update,
    leave() {
      if (desk.view?.id === round) for (const row of rows.values()) row.leave();
    },
    chooser: (suggestion) => chooser(desk, suggestion, add, (id) => rows.get(id)?.focus()),
  };
}

/**
 * A step of the team's own.
 * @param {Desk["word"]} word
 * @param {(draft: string, action: object) => Promise<boolean>} add
 */
function ownStep(word, add) {
  const wrong = problem();
  const fields = stepFields(word, { text: "", owner: "", due: null });
  return h(
    "form",
    {
      class: "ps-plan ps-own-step",
      onsubmit: async (/** @type {Event} */ event) => {
        event.preventDefault();
        wrong.tell(fields.problem());
        if (fields.problem()) return;
        if (await add("own", { item: null, action: null, ...fields.value() })) {
          fields.set({ text: "", owner: "", due: null });
          fields.focus();
        }
      },
    },
    h("h4", {}, word("workshop.own_step")),
    ...fields.places,
    wrong.place,
    h(
      "p",
      { class: "ps-buttons" },
      h("button", { class: "ps-button", type: "submit" }, word("workshop.own_step_add")),
    ),
  );
}

/**
 * @param {Desk} desk
 * @param {any} suggestion
 * @param {(draft: string, action: object) => Promise<boolean>} add
 * @param {(id: number) => void} show
 * @returns {Screen}
 */
function chooser(desk, suggestion, add, show) {
  const { word, shared } = desk;
  const text = suggested(shownFor(shared, desk.view.result.figures, []), suggestion);
  const find = () =>
    desk.view.plan.find((/** @type {any} */ one) => one.action === suggestion.action);
  const choose = mainButton(word("workshop.choose"), async () => {
    const { item, action } = suggestion;
    if (await add(action, { item, action, text, owner: "", due: null })) show(find()?.id);
  });
  choose.setAttribute("aria-label", word("workshop.choose_of", { text }));
  const chosen = h("span", { class: "ps-badge ps-quick" }, word("workshop.chosen"));
  const update = () => {
    choose.hidden = Boolean(find());
    chosen.hidden = !choose.hidden;
  };
  update();
  return { place: h("p", { class: "ps-choose" }, choose, chosen), update };
}

/** @param {Desk} desk @param {any} given */
function planRow(desk, given) {
  const { word, shared } = desk;
  let kept = given;
  const fields = stepFields(word, given, () => void save());
  const said = saving();
  const stored = h("div", { class: "ps-note", hidden: true });
  const same = (/** @type {any} */ one) =>
    ["text", "owner", "due"].every((name) => one[name] === kept[name]);

  /** What is under way: the next change needs the version that this one gives. */
  let before = Promise.resolve();
  const save = () => (before = before.then(saveNow));
  const saveNow = async () => {
    // What somebody else saved is not written over before the trainer has chosen.
    if (!stored.hidden) return;
    const wrong = fields.problem();
    if (wrong) return said.tell(wrong, true);
    if (same(fields.value())) return said.tell(word("workshop.saved"));
    said.tell(word("workshop.saving"));
    const reply = await change(fields.value());
    // Asked twice after a lost connection, the second is refused while the first was carried out.
    if (reply.kind === "view" || (reply.reason === "conflict" && same(fields.value()))) {
      return said.tell(word("workshop.saved"));
    }
    said.tell(reply.message, true);
    if (reply.reason === "conflict") showStored();
  };
  const change = (/** @type {any} */ fields) => {
    const action = fields && { item: kept.item, action: kept.action, ...fields };
    return desk.ask({ kind: "action_change", id: kept.id, version: kept.version, action });
  };
  const remove = async () => {
    const reply = await change(null);
    if (reply.kind === "fault") said.tell(reply.message, true);
  };
  /** What somebody else saved, beside what is typed here. */
  const showStored = () => {
    stored.hidden = false;
    stored.replaceChildren(
      h("p", {}, word("workshop.stored", { text: kept.text })),
      h("p", {}, ...agreed(word, shared.specification.language, kept)),
      h(
        "p",
        { class: "ps-buttons" },
        button(word("workshop.save_mine"), () => {
          stored.hidden = true;
          void save();
        }),
        button(word("workshop.take_theirs"), () => {
          fields.set(kept);
          stored.hidden = true;
          said.tell("");
        }),
      ),
    );
  };

  const place = h(
    "li",
    { class: "ps-card" },
    ...fields.places,
    stored,
    h(
      "div",
      { class: "ps-extra" },
      button(word("workshop.plan_remove"), () => void remove(), {
        class: "ps-clear",
        "aria-label": word("workshop.plan_remove_of", { text: given.text }),
      }),
      said.place,
    ),
  );
  return {
    place,
    focus: fields.focus,
    // Somebody else may end the round while a step is typed here; the plan is still taken then.
    leave: () => void save(),
    update(/** @type {any} */ now) {
      const untouched = same(fields.value());
      kept = now;
      if (untouched) fields.set(now);
    },
  };
}

/**
 * What, who and when.
 * @param {Desk["word"]} word
 * @param {{text: string, owner: string, due: string | null}} given
 * @param {() => void} [onchange]
 */
function stepFields(word, given, onchange) {
  const text = /** @type {HTMLTextAreaElement} */ (
    h("textarea", { rows: 2, maxlength: LONGEST_TEXT, onchange })
  );
  const owner = /** @type {HTMLInputElement} */ (
    h("input", { type: "text", maxlength: LONGEST_OWNER, autocomplete: "off", onchange })
  );
  const due = /** @type {HTMLInputElement} */ (h("input", { type: "date", ...DATES, onchange }));
  const set = (/** @type {{text: string, owner: string, due: string | null}} */ now) => {
    text.value = now.text;
    owner.value = now.owner;
    due.value = now.due ?? "";
  };
  set(given);
  return {
    places: [
      field(word("workshop.step_text"), text),
      h(
        "div",
        { class: "ps-pair" },
        field(word("workshop.step_owner"), owner),
        field(word("workshop.step_due"), due),
      ),
    ],
    set,
    focus: () => text.focus(),
    value: () => ({ text: tidy(text.value), owner: tidy(owner.value), due: due.value || null }),
    problem() {
      if (!tidy(text.value)) return word("workshop.step_empty");
      if (!due.validity.valid) return word("together.due_wrong");
      return owner.value.includes("@") ? word("workshop.step_mail") : "";
    },
  };
}
