// The figures of a round, with what they mean and what is not shown.

import { Folded } from "../../controls/panels";
import { useApp } from "../../lib/app";
import { dateWords } from "../../lib/dates";
import { AgreeLow, FindOut, isAnswered, Notes, Strengths } from "../../results/advice";
import { Areas, Tips } from "../../results/areas";
import { ResultProvider } from "../../results/context";
import { AllItems } from "../../results/items";
import { useClosedRound, useRound } from "./context";

export function WholeResult() {
  const { word } = useApp();
  const { view, result, team } = useClosedRound();
  const { respondents, min_group, items } = result.figures;
  const isSuppressed = items.some(({ status }) => status === "suppressed");
  return (
    <ResultProvider result={team}>
      <div class="ps-note">
        <p>
          {view.together
            ? word("workshop.together_note")
            : word("result.team_note", { respondents, min_group })}
        </p>
        {result.earlier_edition && <p>{word("result.earlier_edition")}</p>}
        {isSuppressed && <p>{word("workshop.suppressed", { min_group })}</p>}
        {!view.together && <p>{word("result.confidential")}</p>}
        <p>
          <Purge />
        </p>
      </div>
      <Notes />
      {isAnswered({ pattern: result.pattern }) ? (
        <>
          <Strengths />
          <Areas partnerships />
          <Areas />
          <AgreeLow />
        </>
      ) : (
        <FindOut />
      )}
      <Folded title={word("workshop.items_and_tips")}>
        <AllItems />
        <Tips />
      </Folded>
    </ResultProvider>
  );
}

/** When single answers go, or went. */
export function Purge() {
  const { specification, word } = useApp();
  const { purged, purge_after, state } = useRound().view;
  if (purged) return <>{word("workshop.purged")}</>;
  const date = dateWords(specification.language, purge_after);
  return <>{word(state === "open" ? "workshop.purge_open" : "workshop.purge", { date })}</>;
}
