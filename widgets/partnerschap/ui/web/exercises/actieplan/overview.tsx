// The whole plan on one sheet: the steps, the balance, and the school year. Made to print.

import { useEffect } from "preact/hooks";
import { Button, Buttons } from "../../controls/buttons";
import { Section } from "../../controls/panels";
import { useApp } from "../../lib/app";
import { dateWords } from "../../lib/dates";
import { isOpen, type PlanStep } from "../../plan/step";
import { placeOf } from "./advice";
import { Balance } from "./balance";
import { usePlanning } from "./context";
import { Downloads } from "./files";
import { LastRow } from "./navigation";
import { Belongs } from "./parts";
import { SchoolYear } from "./year";
import "../../styles/cards.css";
import "../../styles/planned.css";
import "./overview.css";

export function OverviewScreen() {
  const { word } = useApp();
  const { planner, plan, steps } = usePlanning();
  useEffect(() => planner.advise(), [planner]);
  const isMade = steps.length > 0;
  const isWaiting = steps.some(({ id }) => plan.unsaved.has(id));
  return (
    <>
      <h2>{word("actieplan.overview")}</h2>
      {isWaiting && (
        <div class="ps-problem" role="alert">
          <p>{word("actieplan.unsaved")}</p>
          <Button onClick={() => planner.go("agree")}>{word("actieplan.to_unsaved")}</Button>
        </div>
      )}
      {isMade ? (
        <Sheet />
      ) : (
        <>
          <p class="ps-note">{word("actieplan.none")}</p>
          <Buttons>
            <Button main onClick={() => planner.go("choose")}>
              {word("actieplan.to_choose")}
            </Button>
          </Buttons>
        </>
      )}
      <div class="ps-downloads">{isMade && <Downloads />}</div>
      <LastRow back="agree" print />
    </>
  );
}

function Sheet() {
  const { word } = useApp();
  const { steps } = usePlanning();
  return (
    <div>
      <Section title={word("actieplan.our_steps")}>
        <ol class="ps-cards">
          {steps.map((step) => (
            <StepCard key={step.id} step={step} />
          ))}
        </ol>
      </Section>
      <Section title={word("actieplan.balance")}>
        <Balance />
      </Section>
      <Section title={word("actieplan.year")}>
        <SchoolYear />
      </Section>
      <Section title={word("actieplan.next")}>
        <p>{word("actieplan.next_what")}</p>
        <p>{word("actieplan.next_again")}</p>
      </Section>
    </div>
  );
}

function StepCard({ step }: { step: PlanStep }) {
  const { word } = useApp();
  const { content } = usePlanning();
  const area = placeOf(content, step);
  // What was never agreed need not be agreed any more once it is over.
  const open = isOpen(step) ? word("actieplan.open") : "";
  const facts = {
    state: word(`together.state_${step.state}`),
    reason: step.reason,
    owner: step.owner || open,
    first_step: step.first_step,
    due: step.due ? dateWords(content.language, step.due) : open,
    evidence: step.evidence,
    celebration: step.celebration,
  };
  return (
    <li class={`ps-card ps-plan-${step.state}`} style={area && `--area: var(--ps-${area.id})`}>
      <p class="ps-action">{step.text}</p>
      <dl class="ps-planned">
        {Object.entries(facts)
          .filter(([, told]) => told)
          .map(([name, told]) => (
            <div key={name}>
              <dt>{word(`actieplan.fact_${name}`)}</dt>
              <dd>{told}</dd>
            </div>
          ))}
      </dl>
      <Belongs step={step} />
    </li>
  );
}
