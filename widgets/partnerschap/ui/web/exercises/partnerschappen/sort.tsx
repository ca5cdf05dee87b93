// Each activity sorted in one of the five partnerships.

import { useState } from "preact/hooks";
import { Button, Buttons } from "../../controls/buttons";
import { AreaIcon } from "../../controls/drawn/area-icon";
import { Problem, ProgressBar } from "../../controls/feedback";
import { Choices } from "../../controls/fields";
import { LastRow } from "../../controls/last-row";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import { type SortingContent, type SortingMemory, useSorting } from "./activities";
import "../../styles/tally.css";
import "../../styles/terms.css";
import "../../controls/panels.css";
import "./sort.css";

export function SortActivities() {
  const { content, word } = useApp<SortingContent>();
  const { memory, keep, go } = useProgress<SortingMemory>();
  const { happening, sorted, shares } = useSorting();
  const [problem, setProblem] = useState("");
  const options = content.partnerships.map(({ id, label }) => ({ id, name: label, area: id }));
  const place = (activity: string, partnership: string) => {
    setProblem("");
    keep({ places: { ...memory.places, [activity]: partnership } });
  };
  const further = () => {
    if (sorted.length) go("balance");
    else setProblem(word("partnerschappen.none_sorted"));
  };
  return (
    <>
      <h2>{word("partnerschappen.sort_heading")}</h2>
      <p>{word("partnerschappen.sort_intro")}</p>
      <Key />
      <ProgressBar done={sorted.length} total={happening.length}>
        {word("partnerschappen.progress", { done: sorted.length, total: happening.length })}
      </ProgressBar>
      <div class="ps-tally-row">
        <ul class="ps-tally">
          {shares.map(({ partnership: { id, label }, held }) => (
            <li key={id} style={`--area: var(--ps-${id})`}>
              <AreaIcon area={id} />
              <span>{label}</span>
              <strong>{held.length}</strong>
            </li>
          ))}
        </ul>
      </div>
      {happening.map(({ id, text }) => (
        <Choices
          key={id}
          legend={text}
          name={`place-${id}`}
          options={options}
          chosen={memory.places[id]}
          onChoose={(partnership) => place(id, partnership)}
          classes="ps-sort"
        />
      ))}
      <Problem text={problem} />
      <Buttons>
        <Button main onClick={further}>
          {word("partnerschappen.to_balance")}
        </Button>
      </Buttons>
      <LastRow back="choose" />
    </>
  );
}

/** By what each partnership is recognised. */
function Key() {
  const { content, word } = useApp<SortingContent>();
  return (
    <details class="ps-panel" open>
      <summary>{word("partnerschappen.help")}</summary>
      <dl class="ps-key">
        {content.partnerships.map(({ id, name, short, recognise }) => (
          <div key={id} style={`--area: var(--ps-${id})`}>
            <dt>
              <AreaIcon area={id} />
              {word("partnerschappen.key", { name, short })}
            </dt>
            <dd>{recognise}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
