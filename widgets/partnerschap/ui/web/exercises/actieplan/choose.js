// @ts-check
// Choose two or three steps: suggestions in a chart, in a table and one by one, and own steps.

import { button, mainButton, problem } from "../../controls/parts.js";
import { h, section } from "../../lib/dom.js";
import { suggestionCard } from "../../results/dom-adapters.js";
import { belongs } from "./advice.js";
import { effortChart } from "./chart.js";
import { ownStep } from "./own.js";
import { counted, foot, isFilled, MOST_ACTIONS } from "./parts.js";
import { scanLinks } from "./start.js";

/** @typedef {import("./index.js").Planner} Planner */
/** @typedef {import("./index.js").Screen} Screen */

const CARD = "ps-actieplan-card";

/** @param {Planner} stage @returns {Screen} */
export function choose(stage) {
  const { word, go } = stage;
  stage.plan.ask?.();
  const place = h("div", {});
  const enough = counted(stage);
  const own = ownStep(stage);
  let advice = stage.plan.advice;
  let chart = suggestions(stage);
  const update = () => {
    const now = stage.plan.advice;
    // Other suggestions: the scan was filled in further, or its figures are there now.
    if (now.state !== advice.state || keyOf(now) !== keyOf(advice)) {
      chart = suggestions(stage);
      place.replaceChildren(...chart.place);
    }
    advice = now;
    chart.update();
    enough.update();
  };
  place.replaceChildren(...chart.place);
  update();
  return {
    place: [
      h("h2", {}, word("actieplan.choose")),
      h("p", {}, word("actieplan.choose_what")),
      place,
      section(word("actieplan.own"), ...own),
      enough.place,
      h(
        "p",
        { class: "ps-buttons" },
        mainButton(word("actieplan.to_agree"), () => go("agree")),
      ),
      foot(stage, { back: "start" }),
    ],
    update,
  };
}

/** @param {import("./advice.js").Advice} advice */
const keyOf = ({ suggestions: found }) => found.map(({ one }) => `${one.action} ${one.why}`).join();

/** What the scan suggests, or why there is nothing. @param {Planner} stage */
function suggestions(stage) {
  const { word, plan } = stage;
  const { state, message } = plan.advice;
  const alone = (/** @type {HTMLElement[]} */ ...place) => ({ place, update() {} });
  if (state === "none") {
    return plan.team
      ? alone(h("p", { class: "ps-note" }, word("result.suggestions_none")))
      : alone(
          h(
            "div",
            { class: "ps-note" },
            h("p", {}, word("actieplan.no_scan_choose")),
            scanLinks(word),
          ),
        );
  }
  if (state === "loading") {
    return alone(
      h(
        "p",
        { class: "ps-waiting", role: "status" },
        h("span", { class: "ps-spinner", "aria-hidden": "true" }),
        word("form.calculating"),
      ),
    );
  }
  if (state === "lost") {
    const again = button(word("form.retry"), () => stage.plan.refresh?.());
    return alone(
      h("div", { class: "ps-problem", role: "alert" }, h("p", {}, message ?? ""), again),
    );
  }
  if (!plan.advice.suggestions.length)
    return alone(h("p", { class: "ps-note" }, word("result.suggestions_none")));
  return offered(stage);
}

/** @param {Planner} stage */
function offered(stage) {
  const { word, specification } = stage;
  const found = stage.plan.advice.suggestions;
  const inPlan = (/** @type {any} */ one) =>
    stage.plan.actions().find((action) => action.action === one.action);
  let current = 0;
  const wrong = problem();
  const card = h("div", { id: CARD });
  const rows = h("tbody", {});
  const toggle = button("", () => void change(), { class: "ps-button ps-main" });
  const chart = effortChart(stage, { isChosen: (one) => Boolean(inPlan(one)), open, shows: CARD });

  async function change() {
    const { one, text } = found[current];
    const planned = inPlan(one);
    wrong.tell("");
    if (planned && isFilled(planned) && !window.confirm(word("actieplan.remove_sure"))) return;
    if (!planned && stage.plan.actions().length >= MOST_ACTIONS) {
      wrong.tell(word("actieplan.full", { limit: MOST_ACTIONS }));
      return;
    }
    const outcome = planned
      ? await stage.plan.remove(planned)
      : await stage.plan.add(one.action, { item: one.item, action: one.action, text });
    if (!outcome.ok) wrong.tell(outcome.message ?? "");
    else stage.say(word(planned ? "exercise.removed" : "exercise.added", { text }));
  }

  /** @param {number} position */
  function open(position) {
    current = position;
    const { one, shown } = found[position];
    card.replaceChildren(
      h(
        "p",
        { class: "ps-hint" },
        word("actieplan.card", { number: position + 1, total: found.length }),
      ),
      h(
        "ol",
        { class: "ps-cards", start: position + 1 },
        suggestionCard(
          shown,
          one,
          h("p", { class: "ps-belong" }, ...belongs(stage, one)),
          h("p", { class: "ps-choose" }, toggle),
          wrong.place,
        ),
      ),
    );
    wrong.tell("");
    update();
    stage.say(word("actieplan.shown", { number: position + 1, text: found[position].text }));
  }

  function update() {
    const { one, text } = found[current];
    const planned = inPlan(one);
    toggle.textContent = word(planned ? "actieplan.take_out" : "actieplan.take_in");
    toggle.setAttribute("aria-label", `${toggle.textContent}: ${text}`);
    chart.update(current);
    rows.replaceChildren(
      ...found.map((suggestion, position) => {
        const cells = [
          suggestion.text,
          word(`actieplan.effort_${suggestion.one.effort}`),
          word(`actieplan.impact_${suggestion.one.impact}`),
          new Intl.NumberFormat(specification.language, { style: "percent" }).format(
            suggestion.one.stability,
          ),
          inPlan(suggestion.one) ? word("actieplan.in_plan") : "",
        ];
        return h(
          "tr",
          {},
          h("th", { scope: "row" }, String(position + 1)),
          ...cells.map((cell) => h("td", {}, cell)),
        );
      }),
    );
  }

  open(0);
  stage.say("");
  const columns = ["number", "step", "effort", "impact", "stability", "chosen"];
  const table = h(
    "div",
    {
      class: "ps-table-scroll",
      tabindex: 0,
      role: "region",
      "aria-label": word("actieplan.table"),
    },
    h(
      "table",
      { class: "ps-fruit-table" },
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          ...columns.map((name) => h("th", { scope: "col" }, word(`actieplan.column_${name}`))),
        ),
      ),
      rows,
    ),
  );
  return {
    place: [
      h("p", {}, word("actieplan.chart_what")),
      h("div", { class: "ps-fruit-pair" }, chart.place, table),
      card,
    ],
    update,
  };
}
