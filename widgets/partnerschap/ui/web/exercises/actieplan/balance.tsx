// Which partnerships the steps touch, and whether that is where it is needed most.

import { AreaIcon } from "../../controls/drawn/area-icon";
import { useApp } from "../../lib/app";
import type { Words } from "../../lib/words";
import { isOpen, type PlanStep } from "../../plan/step";
import type { FormContent } from "../../questionnaire/content";
import { type Advice, areaOf, placeOf } from "./advice";
import { usePlanning } from "./context";
import "../../styles/tally.css";
import "./balance.css";

export function Balance() {
  const { word, count } = useApp();
  const { content, state, steps, isTeam } = usePlanning();
  const places = placesOf(content, steps);
  const elsewhere = places.filter((id) => !areaOf(content, id)?.partnership).length;
  return (
    <>
      <ul class="ps-tally ps-plan-tally">
        {content.areas
          .filter(({ partnership }) => partnership)
          .map(({ id, name }) => {
            const share = state.advice.shares.get(id);
            return (
              <li key={id} style={`--area: var(--ps-${id})`} data-area={id}>
                <AreaIcon area={id} />
                <strong>{count("actieplan.tally", timesIn(places, id))}</strong> <span>{name}</span>
                {share && <span class="ps-hint">{word("actieplan.share", { share })}</span>}
              </li>
            );
          })}
      </ul>
      <p class="ps-balance">{balanceText({ word }, content, state.advice, steps, isTeam)}</p>
      {elsewhere > 0 && <p class="ps-hint">{count("actieplan.elsewhere", elsewhere)}</p>}
    </>
  );
}

/** Where the steps belong that count: what stopped changes nothing any more, what is done does. */
const placesOf = (content: FormContent, steps: readonly PlanStep[]) =>
  steps
    .filter((step) => isOpen(step) || step.state === "done")
    .map((step) => placeOf(content, step)?.id);

const timesIn = (places: readonly (string | undefined)[], id: string) =>
  places.filter((one) => one === id).length;

/** Whether the steps touch what is weakest, in a sentence. */
export function balanceText(
  { word }: Pick<Words, "word">,
  content: FormContent,
  { weakest, shares }: Pick<Advice, "weakest" | "shares">,
  steps: readonly PlanStep[],
  isTeam: boolean,
): string {
  // With one partnership there is nothing to compare.
  if (shares.size < 2) return word(isTeam ? "actieplan.weakest_few" : "actieplan.weakest_unknown");
  if (!weakest.length) return word("actieplan.weakest_even");
  const places = placesOf(content, steps);
  const list = new Intl.ListFormat(content.language);
  const names = (ids: string[]) => list.format(ids.map((id) => areaOf(content, id)?.name ?? id));
  const touched = weakest.filter((id) => timesIn(places, id) > 0);
  const missed = weakest.filter((id) => timesIn(places, id) === 0);
  if (!touched.length) return word("actieplan.weakest_missed", { names: names(missed) });
  const said = word("actieplan.weakest_touched", { names: names(touched) });
  return missed.length
    ? `${said} ${word("actieplan.weakest_also", { names: names(missed) })}`
    : said;
}
