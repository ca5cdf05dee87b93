// What happens with parents: chosen from a list for the sector, and own activities.

import { useRef, useState } from "preact/hooks";
import { Button, Buttons } from "../../controls/buttons";
import { PrivacyNote, Problem } from "../../controls/feedback";
import { SectorChoice } from "../../controls/fields";
import { LastRow } from "../../controls/last-row";
import { ListEditor } from "../../controls/list-editor";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import { ownActivity, type SortingMemory, useSorting } from "./activities";

const LONGEST = 80;
const MOST_OWN = 10;

export function ChooseActivities() {
  const { word } = useApp();
  const { memory, keep } = useProgress<SortingMemory>();
  return (
    <>
      <h2>{word("partnerschappen.choose_heading")}</h2>
      <p>{word("partnerschappen.choose_intro")}</p>
      <PrivacyNote />
      <SectorChoice chosen={memory.sector} onChoose={(sector) => keep({ sector })} />
      {memory.sector && <Activities key={memory.sector} />}
      <LastRow />
    </>
  );
}

/** The activities of the chosen sector, and own ones. */
function Activities() {
  const { word, say } = useApp();
  const { memory, keep, go } = useProgress<SortingMemory>();
  const { offered, happening } = useSorting();
  const [problem, setProblem] = useState("");
  const list = useRef<HTMLDivElement>(null);
  const change = (changes: Partial<SortingMemory>) => {
    setProblem("");
    keep(changes);
  };
  const tick = (id: string, isChosen: boolean) => {
    const others = memory.chosen.filter((other) => other !== id);
    change({ chosen: isChosen ? [...others, id] : others });
  };
  const tickAll = () => {
    change({ chosen: [...new Set([...memory.chosen, ...offered.map(({ id }) => id)])] });
    say(word("partnerschappen.all_done"));
  };
  const remove = (id: string) => {
    const { [id]: _, ...places } = memory.places;
    change({ own: memory.own.filter((own) => own.id !== id), places });
  };
  const further = () => {
    if (happening.length) go("sort");
    else {
      setProblem(word("partnerschappen.none_chosen"));
      list.current?.querySelector("input")?.focus();
    }
  };
  return (
    <div ref={list}>
      <Problem text={problem} />
      <fieldset class="ps-choices">
        <legend>{word("partnerschappen.which")}</legend>
        {offered.map(({ id, text }) => (
          <label class="ps-choice" key={id}>
            <input
              type="checkbox"
              checked={memory.chosen.includes(id)}
              onChange={({ currentTarget }) => tick(id, currentTarget.checked)}
            />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
      <p>
        <Button onClick={tickAll}>{word("partnerschappen.all")}</Button>
      </p>
      <h3>{word("partnerschappen.own_heading")}</h3>
      <ListEditor
        label={word("partnerschappen.own")}
        longest={LONGEST}
        most={MOST_OWN}
        entries={memory.own}
        onAdd={(text) => change({ own: [...memory.own, ownActivity(memory.own, text)] })}
        onRemove={({ id }) => remove(id)}
      />
      <Buttons>
        <Button main onClick={further}>
          {word("partnerschappen.to_sort")}
        </Button>
      </Buttons>
    </div>
  );
}
