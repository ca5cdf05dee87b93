// The first changes: at most three, each with what, who and when.

import { useState } from "preact/hooks";
import { Button, Buttons } from "../../controls/buttons";
import { Problem } from "../../controls/feedback";
import { Field } from "../../controls/fields";
import { LastRow } from "../../controls/last-row";
import { ListEditor } from "../../controls/list-editor";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import {
  addOwn,
  type Change,
  firstChanges,
  LONGEST,
  MOST_CHANGES,
  PLAN_FIELDS,
  type Plan,
  removeOwn,
  type Station,
  toImprove,
  type WalkMemory,
} from "./route";
import "../../styles/cards.css";
import "../../styles/columns.css";
import "../../styles/planned.css";

export function Changes({ stations }: { stations: Station[] }) {
  const { word } = useApp();
  const { memory, keep, go } = useProgress<WalkMemory>();
  const [problem, setProblem] = useState("");
  const enough = word("ouderbril.enough", { limit: MOST_CHANGES });
  const better = toImprove(stations, memory);
  const first = firstChanges(stations, memory);
  // What is no longer marked as such leaves the first changes as soon as another one is chosen.
  const picks = first.map(({ id }) => id);
  const isFull = first.length >= MOST_CHANGES;

  /** Gives whether it can be chosen. */
  const pick = (id: string, isWanted: boolean) => {
    const isRefused = isWanted && isFull;
    setProblem(isRefused ? enough : "");
    if (isRefused) return false;
    keep({ picks: isWanted ? [...picks, id] : picks.filter((one) => one !== id) });
    return true;
  };
  const remove = ({ id }: Change) => {
    setProblem("");
    keep(removeOwn(memory, id));
  };
  return (
    <>
      <h2>{word("ouderbril.changes_heading")}</h2>
      <p>{word("ouderbril.changes_intro")}</p>
      {better.length > 0 ? (
        <fieldset class="ps-choices">
          <legend>
            {word("ouderbril.better")}
            <span class="ps-hint">{word("ouderbril.better_hint")}</span>
          </legend>
          {better.map((change) => (
            <ChangeBox
              key={change.id}
              change={change}
              isPicked={picks.includes(change.id)}
              pick={pick}
            />
          ))}
        </fieldset>
      ) : (
        <p class="ps-note">{word("ouderbril.better_none")}</p>
      )}
      <Problem text={problem} />
      <h3>{word("ouderbril.own_heading")}</h3>
      <ListEditor
        label={word("ouderbril.own")}
        longest={LONGEST.change}
        most={MOST_CHANGES}
        entries={memory.own}
        refusal={isFull ? enough : ""}
        onAdd={(text) => keep(addOwn({ own: memory.own, picks }, text))}
        onRemove={remove}
      />
      <div class="ps-plans">
        {first.length > 0 && <h3>{word("ouderbril.plan_heading")}</h3>}
        {first.map((change) => (
          <PlanFields key={change.id} change={change} />
        ))}
      </div>
      <Buttons>
        <Button main onClick={() => go("overview")}>
          {word("ouderbril.to_overview")}
        </Button>
      </Buttons>
      <LastRow back="walk" />
    </>
  );
}

interface ChangeBoxProps {
  change: Change;
  isPicked: boolean;
  pick: (id: string, isWanted: boolean) => boolean;
}

function ChangeBox({ change, isPicked, pick }: ChangeBoxProps) {
  const { id, text, station } = change;
  return (
    <label class="ps-choice">
      <input
        type="checkbox"
        checked={isPicked}
        onChange={({ currentTarget }) => {
          // The browser ticked it already, and nothing that is shown here changed.
          if (!pick(id, currentTarget.checked)) currentTarget.checked = false;
        }}
      />
      <span>
        {text}
        <span class="ps-hint">{station}</span>
      </span>
    </label>
  );
}

/** What, who and when for a first change. */
function PlanFields({ change }: { change: Change }) {
  const { word } = useApp();
  const { memory, keep } = useProgress<WalkMemory>();
  const { id, text, station } = change;
  const plan = memory.plans[id] ?? {};
  const fieldOf = (name: keyof Plan) => (
    <Field key={name} label={word(`ouderbril.plan_${name}`)}>
      <input
        type="text"
        maxLength={LONGEST.change}
        value={plan[name] ?? ""}
        onInput={({ currentTarget }) =>
          keep({ plans: { ...memory.plans, [id]: { ...plan, [name]: currentTarget.value } } })
        }
      />
    </Field>
  );
  const [what, who, when] = PLAN_FIELDS.map(fieldOf);
  return (
    <fieldset class="ps-card ps-plan">
      <legend>
        {text}
        <span class="ps-hint">{station}</span>
      </legend>
      {what}
      <div class="ps-pair">
        {who}
        {when}
      </div>
    </fieldset>
  );
}
