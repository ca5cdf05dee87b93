// @ts-check
// The whole plan on one sheet: the steps, the balance, and the school year. Made to print.

import { mainButton } from "../../controls/parts.js";
import { dateWords } from "../../lib/dates";
import { h, section } from "../../lib/dom.js";
import { areaOf, belongs, isOpen, placeOf } from "./advice.js";
import { downloads } from "./files.js";
import { foot } from "./parts.js";
import { schoolYear } from "./year.js";

/** @typedef {import("./index.js").Action} Action */
/** @typedef {import("./index.js").Planner} Planner */
/** @typedef {import("./index.js").Screen} Screen */

/** @param {Planner} stage @returns {Screen} */
export function overview(stage) {
  const { word } = stage;
  stage.plan.ask?.();
  const sheet = h("div", {});
  const files = h("div", { class: "ps-downloads" });
  let shown = "";
  const update = () => {
    const { advice } = stage.plan;
    const now = JSON.stringify([stage.plan.actions(), advice.state, advice.weakest]);
    if (now !== shown) sheet.replaceChildren(...parts(stage));
    const any = stage.plan.actions().length > 0;
    if (any !== files.hasChildNodes()) files.replaceChildren(any ? downloads(stage) : "");
    shown = now;
  };
  update();
  return {
    place: [
      h("h2", {}, word("actieplan.overview")),
      sheet,
      files,
      foot(stage, { back: "agree", print: true }),
    ],
    update,
  };
}

/** @param {Planner} stage */
function parts(stage) {
  const { word, plan, go } = stage;
  const actions = plan.actions();
  if (!actions.length) {
    return [
      h("p", { class: "ps-note" }, word("actieplan.none")),
      h(
        "p",
        { class: "ps-buttons" },
        mainButton(word("actieplan.to_choose"), () => go("choose")),
      ),
    ];
  }
  return [
    section(
      word("actieplan.our_steps"),
      h("ol", { class: "ps-cards" }, ...actions.map((action) => card(stage, action))),
    ),
    section(word("actieplan.balance"), ...balance(stage, actions)),
    section(word("actieplan.year"), ...schoolYear(stage, actions)),
    section(
      word("actieplan.next"),
      h("p", {}, word("actieplan.next_what")),
      h("p", {}, word("actieplan.next_again")),
    ),
  ];
}

/** @param {Planner} stage @param {Action} action */
function card(stage, action) {
  const { specification, word } = stage;
  const area = placeOf(specification, action);
  // What was never agreed need not be agreed any more once it is over.
  const open = isOpen(action) ? word("actieplan.open") : "";
  const facts = {
    state: word(`together.state_${action.state}`),
    reason: action.reason,
    owner: action.owner || open,
    first_step: action.first_step,
    due: action.due ? dateWords(specification.language, action.due) : open,
    evidence: action.evidence,
    celebration: action.celebration,
  };
  return h(
    "li",
    { class: `ps-card ps-plan-${action.state}`, style: area && `--area: var(--ps-${area.id})` },
    h("p", { class: "ps-action" }, action.text),
    h(
      "dl",
      { class: "ps-planned" },
      ...Object.entries(facts)
        .filter(([, told]) => told)
        .map(([name, told]) =>
          h("div", {}, h("dt", {}, word(`actieplan.fact_${name}`)), h("dd", {}, told)),
        ),
    ),
    h("p", { class: "ps-belong" }, ...belongs(stage, action)),
  );
}

/**
 * Which partnerships the steps touch, and whether that is where it is needed most.
 * @param {Planner} stage
 * @param {Action[]} actions
 */
function balance(stage, actions) {
  const { specification, word } = stage;
  const { advice } = stage.plan;
  // What stopped changes nothing any more; what is done does.
  const counting = actions.filter((action) => isOpen(action) || action.state === "done");
  const places = counting.map((action) => placeOf(specification, action)?.id);
  const partnerships = specification.areas.filter((/** @type {any} */ area) => area.partnership);
  const times = (/** @type {string} */ id) => places.filter((one) => one === id).length;
  const elsewhere = places.filter((id) => !areaOf(specification, id)?.partnership).length;
  const list = new Intl.ListFormat(specification.language);
  return [
    h(
      "ul",
      { class: "ps-tally ps-plan-tally" },
      ...partnerships.map((/** @type {any} */ { id, name }) =>
        h(
          "li",
          { style: `--area: var(--ps-${id})`, "data-area": id },
          h("strong", {}, stage.count("actieplan.tally", times(id))),
          h("span", {}, name),
          advice.shareOf(id) &&
            h("span", { class: "ps-hint" }, word("actieplan.share", { share: advice.shareOf(id) })),
        ),
      ),
    ),
    h("p", { class: "ps-balance" }, sentence()),
    elsewhere > 0 && h("p", { class: "ps-hint" }, stage.count("actieplan.elsewhere", elsewhere)),
  ].filter((one) => one instanceof Node);

  function sentence() {
    if (!advice.known)
      return word(stage.plan.team ? "actieplan.weakest_few" : "actieplan.weakest_unknown");
    if (!advice.weakest.length) return word("actieplan.weakest_even");
    const touched = advice.weakest.filter((id) => times(id) > 0);
    const missed = advice.weakest.filter((id) => times(id) === 0);
    const names = (/** @type {string[]} */ ids) =>
      list.format(ids.map((id) => areaOf(specification, id).name));
    if (!touched.length) return word("actieplan.weakest_missed", { names: names(missed) });
    const also = missed.length
      ? ` ${word("actieplan.weakest_also", { names: names(missed) })}`
      : "";
    return word("actieplan.weakest_touched", { names: names(touched) }) + also;
  }
}
