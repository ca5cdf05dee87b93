// The activity programme: what happens in which month of the school year.

import { useApp } from "../../lib/app";
import { dateWords } from "../../lib/dates";
import { shortened } from "../../lib/words";
import { monthName } from "../../plan/fields";
import { MONTHS, type PlanStep } from "../../plan/step";
import { placeOf } from "./advice";
import { usePlanning } from "./context";
import "../../styles/tables.css";
import "./year.css";

export function SchoolYear() {
  const { word } = useApp();
  const { content, steps } = usePlanning();
  const running = steps.filter(({ state }) => state !== "stopped");
  const without = running.filter(({ months, due }) => !months.length && !due);
  return (
    <>
      <p>{word("actieplan.year_what")}</p>
      <table class="ps-year">
        <thead>
          <tr>
            <th scope="col">{word("actieplan.column_month")}</th>
            <th scope="col">{word("actieplan.column_what")}</th>
          </tr>
        </thead>
        <tbody>
          {MONTHS.map((month) => {
            const held = running.filter((step) => isIn(step, month));
            return (
              <tr key={month} data-month={month}>
                <th scope="row">{monthName(content.language, month)}</th>
                <td>
                  {held.length > 0 && (
                    <ul>
                      {held.map((step) => (
                        <Entry key={step.id} step={step} month={month} />
                      ))}
                    </ul>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {without.length > 0 && (
        <p class="ps-hint">
          {word("actieplan.no_month", {
            texts: new Intl.ListFormat(content.language).format(
              without.map(({ text }) => shortened(text)),
            ),
          })}
        </p>
      )}
    </>
  );
}

const dueMonth = ({ due }: PlanStep) => (due ? Number(due.slice(5, 7)) : 0);

const isIn = (step: PlanStep, month: number) =>
  step.months.includes(month) || dueMonth(step) === month;

function Entry({ step, month }: { step: PlanStep; month: number }) {
  const { word } = useApp();
  const { content } = usePlanning();
  const { due, celebration } = step;
  const area = placeOf(content, step);
  const ready = due && dueMonth(step) === month ? dateWords(content.language, due) : null;
  const told = [
    step.owner,
    area?.name,
    ready &&
      word(step.state === "done" ? "actieplan.was_due" : "actieplan.due_on", { date: ready }),
    ready && celebration && word("actieplan.celebrate", { how: celebration }),
  ];
  return (
    <li style={area && `--area: var(--ps-${area.id})`}>
      <strong>{step.text}</strong>
      <span class="ps-hint">{told.filter(Boolean).join(" · ")}</span>
    </li>
  );
}
