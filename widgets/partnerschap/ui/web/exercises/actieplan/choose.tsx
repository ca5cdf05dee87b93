// Choose two or three steps: suggestions in a chart, in a table and one by one, and own steps.

import { useEffect } from "preact/hooks";
import { Button, Buttons } from "../../controls/buttons";
import { Folded, Section } from "../../controls/panels";
import { Waiting } from "../../controls/waiting";
import { useApp } from "../../lib/app";
import { OwnStepForm } from "../../plan/own-step";
import { adviceKey } from "./advice";
import { usePlanning } from "./context";
import { LastRow } from "./navigation";
import { CountNote } from "./parts";
import { ScanLinks } from "./start-own";
import { Suggestions, YearSteps } from "./suggestions";

export function ChooseScreen() {
  const { word } = useApp();
  const { planner, plan } = usePlanning();
  useEffect(() => planner.advise(), [planner]);
  return (
    <>
      <h2>{word("actieplan.choose")}</h2>
      <p>{word("actieplan.choose_what")}</p>
      <Offer />
      <Section title={word("actieplan.own")}>
        <p>{word("actieplan.own_what")}</p>
        <OwnStepForm
          plan={plan}
          asks="place"
          labels={{ text: word("actieplan.text"), owner: word("actieplan.owner") }}
          addWord={word("actieplan.own_add")}
        />
      </Section>
      <CountNote />
      <Buttons>
        <Button main onClick={() => planner.go("agree")}>
          {word("actieplan.to_agree")}
        </Button>
      </Buttons>
      <LastRow back="start" />
    </>
  );
}

/** What the scan suggests, or why there is nothing. */
function Offer() {
  const { word } = useApp();
  const { planner, state, isTeam } = usePlanning();
  const { advice } = state;
  if (advice.state === "none" && !isTeam) {
    return (
      <div class="ps-note">
        <p>{word("actieplan.no_scan_choose")}</p>
        <ScanLinks />
      </div>
    );
  }
  if (advice.state === "loading") return <Waiting text={word("form.calculating")} />;
  if (advice.state === "lost") {
    return (
      <div class="ps-problem" role="alert">
        <p>{advice.message}</p>
        <Button onClick={() => planner.refresh()}>{word("form.retry")}</Button>
      </div>
    );
  }
  return (
    <>
      {advice.suggestions.length ? (
        <Suggestions key={adviceKey(advice)} found={advice.suggestions} />
      ) : (
        <p class="ps-note">{word("result.suggestions_none")}</p>
      )}
      {advice.year.length > 0 && (
        <Folded title={word("result.year_plan")}>
          <p>{word("result.year_plan_intro")}</p>
          <YearSteps found={advice.year} />
        </Folded>
      )}
    </>
  );
}
