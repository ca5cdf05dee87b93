// @ts-check
// The answer that a team chooses together on an item, beside what everybody answered apart.

import { button } from "../../controls/parts.js";
import { saving } from "../../controls/trainer-parts.js";
import { h } from "../../lib/dom.js";

/**
 * @param {import("./index.js").Desk} desk
 * @param {string} item
 * @returns {import("../../controls/trainer-parts.js").Screen}
 */
export function jointControl(desk, item) {
  const { word, shared } = desk;
  const { scale } = shared.specification.items.find((/** @type {any} */ one) => one.id === item);
  const said = saving();
  const chosen = () => desk.view.joint.find((/** @type {any} */ one) => one.item === item);

  /** One after another, so that each knows the version that the one before it made. */
  let before = Promise.resolve();
  const choose = (/** @type {number | null} */ value) => (before = before.then(() => save(value)));
  const save = async (/** @type {number | null} */ value) => {
    said.tell(word("workshop.saving"));
    const reply = await desk.ask({ kind: "joint", item, value, version: chosen()?.version ?? 0 });
    // Asked twice after a lost connection, the second is refused while the first was carried out.
    const kept =
      reply.kind === "view" || (reply.reason === "conflict" && (chosen()?.value ?? null) === value);
    said.tell(kept ? word("workshop.saved") : reply.message, !kept);
    // The screen of the round as it is now has no place for it; what was kept after all is shown there.
    if (reply.reason === "too_late" && (chosen()?.value ?? null) !== value)
      desk.tell(reply.message);
    show();
    if (value === null && kept) options[0].querySelector("input")?.focus();
  };

  const options = shared.specification.scales[scale].map(
    (/** @type {string} */ point, /** @type {number} */ place) =>
      h(
        "label",
        { class: "ps-option" },
        h("input", {
          type: "radio",
          name: `joint-${item}`,
          value: place + 1,
          onchange: () => void choose(place + 1),
        }),
        h("span", {}, point),
      ),
  );
  const clear = button(word("workshop.joint_clear"), () => void choose(null), {
    class: "ps-clear",
  });
  const place = h(
    "fieldset",
    { class: "ps-joint-choice" },
    h("legend", {}, word("workshop.joint")),
    h("p", { class: "ps-hint" }, word("workshop.joint_free")),
    h("div", { class: "ps-scale" }, ...options),
    h("div", { class: "ps-extra" }, clear, said.place),
  );

  function show() {
    const value = chosen()?.value ?? null;
    options.forEach((/** @type {HTMLElement} */ option, /** @type {number} */ at) => {
      const input = /** @type {HTMLInputElement} */ (option.querySelector("input"));
      input.checked = value === at + 1;
    });
    clear.hidden = value === null;
  }

  show();
  return { place, update: show };
}
