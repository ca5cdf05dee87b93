// @ts-check
// One form on one screen: the team talks about each item and chooses one answer together.

import { saving } from "../../controls/trainer-parts.js";
import { h } from "../../lib/dom.js";
import { fillIn, scanOf } from "../../results/dom-adapters.js";
import { closePanel } from "./lobby.js";

/**
 * @param {import("./index.js").Desk} desk
 * @returns {import("../../controls/trainer-parts.js").Screen}
 */
export function showTogether(desk) {
  const { word, shared } = desk;
  const said = saving();
  const close = closePanel(desk);
  const last = h("div", { tabindex: -1 }, close.place);
  const root = h("div", {});
  const memory = { area: 0, answers: answersOf(desk.view) };
  /** Items that are on their way; what the kernel says of them is older than what is chosen here.
   * @type {Map<string, number>} */
  const underWay = new Map();
  /** What came too late, by item: only the last choice counts. @type {Map<string, number | string | null>} */
  const late = new Map();
  let line = Promise.resolve();

  const save = async (/** @type {string} */ item, /** @type {number | string | null} */ value) => {
    const version =
      desk.view.joint.find((/** @type {any} */ one) => one.item === item)?.version ?? 0;
    const reply = await desk.ask({ kind: "joint", item, value, version });
    underWay.set(item, (underWay.get(item) ?? 1) - 1);
    update(desk.view);
    const kept = reply.kind === "view";
    if (reply.reason === "too_late") return tellLate(item, value);
    if (kept && [...underWay.values()].some((n) => n > 0)) return;
    said.tell(kept ? word("workshop.saved") : reply.message, !kept);
  };

  const tellLate = (/** @type {string} */ item, /** @type {number | string | null} */ value) => {
    late.set(item, value);
    if ([...underWay.values()].some((n) => n > 0)) return;
    const stored = answersOf(desk.view);
    const n = [...late].filter(([id, chosen]) => (stored[id] ?? null) !== chosen).length;
    said.tell("");
    if (n) desk.tell(word(n === 1 ? "workshop.late_one" : "workshop.late_many", { n }));
  };

  const filling = fillIn(
    root,
    {
      ...scanOf(shared.specification, word, shared.sector),
      memory,
      word,
      keep: (/** @type {any} */ changes) => Object.assign(memory, changes),
    },
    {
      answer(/** @type {any} */ item, /** @type {any} */ value) {
        if (value === null) delete memory.answers[item.id];
        else memory.answers[item.id] = value;
        underWay.set(item.id, (underWay.get(item.id) ?? 0) + 1);
        said.tell(word("workshop.saving"));
        // One after another, so that each knows the version that the one before it made.
        line = line.then(() => save(item.id, value));
      },
      status: said.place,
      finishWord: word("workshop.together_ready"),
      finish() {
        last.scrollIntoView({ block: "center" });
        last.focus();
      },
      buttons: [],
    },
  );

  function update(/** @type {any} */ view) {
    const stored = answersOf(view);
    for (const { id } of shared.specification.items) {
      if (underWay.get(id)) continue;
      if (id in stored) memory.answers[id] = stored[id];
      else delete memory.answers[id];
    }
    filling.refresh();
    close.refresh();
  }

  return {
    place: h(
      "div",
      {},
      h("h2", {}, word("workshop.together")),
      h("p", {}, word("workshop.together_what")),
      root,
      last,
    ),
    update,
  };
}

/** @param {any} view @returns {Record<string, number | string>} */
function answersOf({ joint }) {
  return Object.fromEntries(joint.map((/** @type {any} */ one) => [one.item, one.value]));
}
