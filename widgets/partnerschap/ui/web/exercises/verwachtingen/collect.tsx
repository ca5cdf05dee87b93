// What each side expects, written down or taken from examples.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button, Buttons } from "../../controls/buttons";
import { PrivacyNote, Problem } from "../../controls/feedback";
import { LastRow } from "../../controls/last-row";
import { ListEditor } from "../../controls/list-editor";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import { LIMITS } from "../../protocol";
import { type Side, useExpectations } from "./expectations";
import "../../styles/columns.css";
import "../../styles/tables.css";

/** Expectations of one side. */
const MOST = 12;

export function CollectExpectations() {
  const { word } = useApp();
  const { go } = useProgress();
  const { set, expectations } = useExpectations();
  const [problem, setProblem] = useState("");
  const further = () => {
    if (expectations.length) go("mark");
    else setProblem(word("verwachtingen.none"));
  };
  return (
    <>
      <h2>{word("verwachtingen.collect_heading")}</h2>
      <p>{set.intro}</p>
      <PrivacyNote />
      <div class="ps-columns">
        {set.sides.map((side) => (
          <Column key={side.id} side={side} onChange={() => setProblem("")} />
        ))}
      </div>
      <Problem text={problem} />
      <Buttons>
        <Button main onClick={further}>
          {word("verwachtingen.to_mark")}
        </Button>
      </Buttons>
      <LastRow />
    </>
  );
}

function Column({ side, onChange }: { side: Side; onChange: () => void }) {
  const { word, say } = useApp();
  const { expectations, ...list } = useExpectations();
  const [problem, setProblem] = useState("");
  const [taken, setTaken] = useState(0);
  const column = useRef<HTMLElement>(null);
  const own = expectations.filter((one) => one.side === side.id);
  const used = new Set(own.map(({ text }) => text));

  // The button that was pressed is gone: on to the next example, or to the field after the last one.
  useLayoutEffect(() => {
    if (taken === 0) return;
    const find = (selector: string) => column.current?.querySelector<HTMLElement>(selector);
    (find("details button") ?? find("input"))?.focus();
  }, [taken]);

  const add = (text: string, theme = "") => {
    setProblem("");
    list.add({ side: side.id, text, theme });
    onChange();
  };
  const take = (text: string, theme: string) => {
    if (own.length >= MOST) {
      setProblem(word("exercise.full", { limit: MOST }));
      return;
    }
    add(text, theme);
    say(word("exercise.added", { text }));
    setTaken(taken + 1);
  };
  const remove = (id: string) => {
    setProblem("");
    list.remove(id);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a column with a list and a form is no fieldset
    <section class="ps-column" role="group" aria-label={side.title} ref={column}>
      <h3>{side.title}</h3>
      <p class="ps-hint">{side.hint}</p>
      <ListEditor
        label={word("verwachtingen.field", { side: side.title })}
        longest={LIMITS.expectation}
        most={MOST}
        entries={own}
        onAdd={(text) => add(text)}
        onRemove={({ id }) => remove(id)}
      />
      <details class="ps-table">
        <summary>{word("verwachtingen.examples")}</summary>
        <ul class="ps-entries">
          {side.examples
            .filter(({ text }) => !used.has(text))
            .map(({ text, theme }) => (
              <li key={text}>
                <span>{text}</span>
                <button
                  class="ps-clear"
                  type="button"
                  aria-label={word("verwachtingen.take_of", { text })}
                  onClick={() => take(text, theme)}
                >
                  {word("verwachtingen.take")}
                </button>
              </li>
            ))}
        </ul>
        <Problem text={problem} />
      </details>
    </section>
  );
}
