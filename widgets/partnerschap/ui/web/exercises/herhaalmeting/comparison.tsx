// The rounds of a team side by side: what has changed, and what cannot be told.

import { useMemo } from "preact/hooks";
import { Section } from "../../controls/panels";
import { useApp } from "../../lib/app";
import type { RoundComparison } from "../../protocol";
import type { FormContent } from "../../questionnaire/content";
import { PlanList } from "../../results/agreed";
import { ChangedAreas, ChangedItems, ChangeTable, useRoundName } from "./changes";
import { createRounds } from "./rounds";

interface WholeComparisonProps {
  comparison: RoundComparison;
  /** Of the last round. */
  content: FormContent;
}

export function WholeComparison({ comparison, content }: WholeComparisonProps) {
  const app = useApp();
  const { word } = app;
  const nameOf = useRoundName();
  const earlier = comparison.rounds.filter(({ result }) => result.earlier_edition);
  const rounds = useMemo(() => createRounds(app, comparison, content), [app, comparison, content]);
  return (
    <>
      <div class="ps-note">
        <p>{word("herhaalmeting.unlinked")}</p>
        <p>{word("herhaalmeting.when_changed")}</p>
        {earlier.length > 0 && (
          <p>
            {word("herhaalmeting.earlier_edition", {
              rounds: new Intl.ListFormat(content.language).format(earlier.map(nameOf)),
            })}
          </p>
        )}
      </div>
      <Section title={word("herhaalmeting.areas")}>
        <ChangedAreas rounds={rounds} />
        <ChangeTable rounds={rounds} />
      </Section>
      <Section title={word("herhaalmeting.items")}>
        <p>{word("herhaalmeting.items_what")}</p>
        <ChangedItems rounds={rounds} />
      </Section>
      <Section title={word("herhaalmeting.plans")}>
        <p>{word("herhaalmeting.plans_what")}</p>
        {comparison.rounds.slice(0, -1).map((round) => (
          <div key={round.round}>
            <h4>{nameOf(round)}</h4>
            <PlanList plan={round.plan} />
          </div>
        ))}
      </Section>
    </>
  );
}
