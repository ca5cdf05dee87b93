// The end of a round: end it for everybody, and what the team takes home.

import { Button, Buttons } from "../../../controls/buttons";
import { ConfirmButton } from "../../../controls/confirm";
import { FileButtons } from "../../../controls/downloads";
import { Folded, Section } from "../../../controls/panels";
import { useApp } from "../../../lib/app";
import { StrengthList } from "../../../results/advice";
import { PlanList } from "../../../results/agreed";
import { ResultProvider } from "../../../results/context";
import { Pictures } from "../../../results/pictures";
import { Afterwards } from "../afterwards";
import { useClosedRound, useRound } from "../context";
import { Purge, WholeResult } from "../whole-result";

const FILES = [
  "one-page.pdf",
  "full.pdf",
  "plan.pdf",
  "plan.docx",
  "plan.ics",
  "full.xlsx",
  "full.csv",
  "full.json",
];

/** Below the last step. */
export function EndPanel() {
  const { word } = useApp();
  const { ask } = useRound();
  return (
    <div class="ps-backstage">
      <p class="ps-hint">
        <Purge />
      </p>
      <TakeHome />
      <div>
        <ConfirmButton
          main
          ask={word("workshop.end")}
          yes={word("workshop.end_yes")}
          no={word("workshop.end_no")}
          onConfirm={() => void ask({ kind: "end" })}
        >
          <p>
            <strong>{word("workshop.end_sure")}</strong>
          </p>
          <p>{word("workshop.end_what")}</p>
        </ConfirmButton>
      </div>
      <Buttons>
        <PrintButton />
      </Buttons>
    </div>
  );
}

/** A round that was ended. */
export function DoneScreen() {
  const { word } = useApp();
  const { view, team } = useClosedRound();
  return (
    <>
      <h2>{word("workshop.done")}</h2>
      <p>{word("workshop.done_what")}</p>
      <p class="ps-note">
        <Purge />
      </p>
      <Section title={word("together.plan")}>
        <PlanList plan={view.plan} />
      </Section>
      <Section title={word("together.strengths_keep")}>
        <ResultProvider result={team}>
          <StrengthList />
        </ResultProvider>
      </Section>
      <Folded title={word("workshop.whole")}>
        <WholeResult />
      </Folded>
      <TakeHome />
      <Section title={word("workshop.after")}>
        <Afterwards />
      </Section>
      <Buttons quiet>
        <PrintButton />
      </Buttons>
    </>
  );
}

/** A round in pictures, and what the team takes home of it. */
function TakeHome() {
  const { make } = useRound();
  return (
    <>
      <Pictures make={make} />
      <FileButtons files={FILES} make={make} />
    </>
  );
}

function PrintButton() {
  const { word } = useApp();
  return <Button onClick={() => window.print()}>{word("workshop.print")}</Button>;
}
