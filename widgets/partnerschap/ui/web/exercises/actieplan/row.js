// @ts-check
// One step of the plan, kept by itself while it is filled in.

import { button } from "../../controls/parts.js";
import { saving } from "../../controls/trainer-parts.js";
import { h } from "../../lib/dom.js";
import { agreed } from "../../results/dom-adapters.js";
import { belongs } from "./advice.js";
import { stepFields } from "./fields.js";
import { isFilled } from "./parts.js";

/** @typedef {import("./index.js").Action} Action */
/** @typedef {import("./index.js").Planner} Planner */

/** Milliseconds without a key after which what is typed goes to the server. */
const PAUSE = 800;

/** @param {Planner} stage @param {Action} given @param {() => void} removed */
export function planRow(stage, given, removed) {
  const { word, specification } = stage;
  let kept = given;
  let unsaved = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let later;
  const typed = () => {
    clearTimeout(later);
    // In this browser nothing stands in the way of keeping every letter.
    if (!stage.plan.team) return void save();
    said.tell("");
    later = setTimeout(() => void save(), PAUSE);
  };
  const fields = stepFields(stage, given, { typed, done: () => void save() });
  const said = saving();
  const stored = h("div", { class: "ps-note", hidden: true });
  const heading = h("h3", { tabindex: -1 });

  const same = (/** @type {any} */ one) =>
    Object.entries(one).every(
      ([name, value]) =>
        String(value ?? "") === String(kept[/** @type {keyof Action} */ (name)] ?? ""),
    );

  /** What is under way: the next change needs the version that this one gives. */
  let before = Promise.resolve();
  const save = () => (before = before.then(saveNow));
  const saveNow = async () => {
    clearTimeout(later);
    later = undefined;
    // What somebody else saved is not written over before somebody here has chosen.
    if (!stored.hidden) return;
    const wrong = fields.problem();
    unsaved = Boolean(wrong);
    if (wrong) return said.tell(wrong, true);
    if (same(fields.value())) return said.tell(stage.plan.kept);
    if (stage.plan.team) said.tell(word("actieplan.saving"));
    const outcome = await stage.plan.change(kept, fields.value());
    // Asked twice after a lost connection, the second is refused while the first was carried out.
    if (outcome.ok || (outcome.conflict && same(fields.value()))) return said.tell(stage.plan.kept);
    unsaved = true;
    said.tell(outcome.message ?? "", true);
    if (!place.isConnected) stage.tell(outcome.message ?? ""); // another screen is open by now
    if (outcome.conflict) showStored();
  };

  /** What somebody else saved, beside what is typed here. */
  const showStored = () => {
    const mine = button(word("actieplan.save_mine"), () => {
      stored.hidden = true;
      void save();
    });
    const theirs = button(word("actieplan.take_theirs"), () => {
      fields.set(kept);
      stored.hidden = true;
      unsaved = false;
      said.tell(stage.plan.kept);
      fields.focus();
    });
    stored.hidden = false;
    stored.replaceChildren(
      h("p", {}, word("actieplan.stored", { text: kept.text })),
      h("p", {}, ...agreed(word, specification.language, kept)),
      h("p", { class: "ps-buttons" }, mine, theirs),
    );
  };

  const remove = async () => {
    if (isFilled(kept) && !window.confirm(word("actieplan.remove_sure"))) return;
    clearTimeout(later);
    await before;
    const outcome = await stage.plan.remove(kept);
    if (outcome.ok) removed();
    else said.tell(outcome.message ?? "", true);
  };

  const title = (/** @type {number} */ number) => {
    heading.textContent = word("actieplan.number", { number });
  };
  const place = h(
    "li",
    { class: "ps-card ps-agree" },
    heading,
    h("p", { class: "ps-belong" }, ...belongs(stage, given)),
    ...fields.places,
    stored,
    h(
      "div",
      { class: "ps-extra" },
      button(word("actieplan.remove"), () => void remove(), {
        class: "ps-clear",
        "aria-label": word("actieplan.remove_of", { text: given.text }),
      }),
      said.place,
    ),
  );
  return {
    place,
    title,
    focus: () => heading.focus(),
    /** Show what the plan holds now, unless something else is being typed here. @param {Action} now */
    update(now) {
      const untouched = same(fields.value());
      kept = now;
      if (untouched) fields.set(now);
    },
    /** Once more, after the connection was lost. */
    again() {
      if (unsaved || later) void save();
    },
    leave() {
      clearTimeout(later);
      if (!same(fields.value()) && !fields.problem()) void save();
    },
  };
}
