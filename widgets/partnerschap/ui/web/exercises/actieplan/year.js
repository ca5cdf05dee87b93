// @ts-check
// The activity programme: what happens in which month of the school year.

import { dateWords } from "../../lib/dates";
import { h } from "../../lib/dom.js";
import { placeOf } from "./advice.js";
import { MONTHS, monthName } from "./fields.js";

/** @typedef {import("./index.js").Action} Action */
/** @typedef {import("./index.js").Planner} Planner */

/** @param {Planner} stage @param {Action[]} actions */
export function schoolYear({ specification, word }, actions) {
  const { language } = specification;
  const running = actions.filter(({ state }) => state !== "stopped");
  const dueMonth = (/** @type {Action} */ { due }) => (due ? Number(due.slice(5, 7)) : 0);
  const entry = (/** @type {Action} */ action, /** @type {number} */ month) => {
    const area = placeOf(specification, action);
    const ready = action.due && dueMonth(action) === month;
    return h(
      "li",
      { style: area && `--area: var(--ps-${area.id})` },
      h("strong", {}, action.text),
      h(
        "span",
        { class: "ps-hint" },
        [
          action.owner,
          area?.name,
          ready &&
            word(action.state === "done" ? "actieplan.was_due" : "actieplan.due_on", {
              date: dateWords(language, String(action.due)),
            }),
          ready && action.celebration && word("actieplan.celebrate", { how: action.celebration }),
        ]
          .filter(Boolean)
          .join(" · "),
      ),
    );
  };
  const rows = MONTHS.map((month) => {
    const held = running.filter(
      (action) => action.months.includes(month) || dueMonth(action) === month,
    );
    return h(
      "tr",
      { "data-month": month },
      h("th", { scope: "row" }, monthName(language, month)),
      h("td", {}, held.length ? h("ul", {}, ...held.map((action) => entry(action, month))) : ""),
    );
  });
  const without = running.filter(({ months, due }) => !months.length && !due);
  return [
    h("p", {}, word("actieplan.year_what")),
    h(
      "table",
      { class: "ps-year" },
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", { scope: "col" }, word("actieplan.column_month")),
          h("th", { scope: "col" }, word("actieplan.column_what")),
        ),
      ),
      h("tbody", {}, ...rows),
    ),
    without.length > 0 &&
      h(
        "p",
        { class: "ps-hint" },
        word("actieplan.no_month", {
          texts: new Intl.ListFormat(language).format(without.map(({ text }) => text)),
        }),
      ),
  ].filter((one) => one instanceof Node);
}
