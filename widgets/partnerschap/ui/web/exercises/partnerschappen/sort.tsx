// A deck of activities, put card by card in one of five houses: by dragging, tapping, or the keys 1 to 5.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button, Buttons } from "../../controls/buttons";
import { Problem, ProgressBar } from "../../controls/feedback";
import { LastRow } from "../../controls/last-row";
import { Folded } from "../../controls/panels";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import {
  type Activity,
  type Partnership,
  type Share,
  type SortingContent,
  type SortingMemory,
  useSorting,
} from "./activities";
import { dealt, lastPlaced, placed, takenBack } from "./deck";
import { DeckCard } from "./deck-card";
import { Houses } from "./houses";
import "../../styles/terms.css";
import "./sort.css";

export function SortActivities() {
  const { content, word, say } = useApp<SortingContent>();
  const { memory, keep, go } = useProgress<SortingMemory>();
  const { happening, sorted, open, shares } = useSorting();
  const [passed, setPassed] = useState<string[]>([]);
  const [under, setUnder] = useState<string | null>(null);
  const [problem, setProblem] = useState("");
  const table = useRef<HTMLDivElement>(null);
  const [card, ...others] = dealt(open, passed);
  const last = lastPlaced(
    sorted.map(({ activity }) => activity),
    memory.places,
  );
  const isDone = card === undefined;
  const goOn = useRef("");

  // Who put the last card away goes on to what comes next; who takes one back goes on with that.
  useLayoutEffect(() => {
    if (goOn.current) table.current?.querySelector<HTMLElement>(goOn.current)?.focus();
    goOn.current = "";
  });

  const nextIs = (next: Activity | undefined) =>
    next
      ? word("partnerschappen.next_is", { text: next.text })
      : word("partnerschappen.all_sorted");
  const put = ({ id, label }: Partnership) => {
    if (!card) return;
    setProblem("");
    if (others.length === 0) goOn.current = ".ps-main";
    keep({ places: placed(memory.places, card.id, id) });
    const n = (shares.find(({ partnership }) => partnership.id === id)?.held.length ?? 0) + 1;
    say(`${word("partnerschappen.put", { name: label, n })} ${nextIs(others[0])}`);
  };
  const takeBack = ({ id, text }: Activity) => {
    goOn.current = ".ps-house";
    keep({ places: takenBack(memory.places, id) });
    setPassed(dealt(open, passed).map((one) => one.id)); // it comes on top
    say(word("partnerschappen.taken_back", { text }));
  };
  const pass = () => {
    if (!card) return;
    setPassed([...passed.filter((id) => id !== card.id), card.id]);
    say(nextIs(others[0] ?? card));
  };
  const further = () => {
    if (sorted.length) go("balance");
    else setProblem(word("partnerschappen.none_sorted"));
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const house = content.partnerships[Number(event.key) - 1];
    if (house) put(house);
    else if (event.key.startsWith("Arrow")) moveAlong(event);
  };
  return (
    <>
      <h2>{word("partnerschappen.sort_heading")}</h2>
      <p>{word("partnerschappen.sort_intro")}</p>
      <ProgressBar done={sorted.length} total={happening.length}>
        {word("partnerschappen.progress", { done: sorted.length, total: happening.length })}
      </ProgressBar>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys do what the buttons in it do */}
      <div ref={table} onKeyDown={press}>
        {card ? (
          <DeckCard
            key={card.id}
            card={card}
            id="card"
            left={open.length}
            onOver={setUnder}
            onDrop={(house) => {
              const found = content.partnerships.find(({ id }) => id === house);
              if (found) put(found);
            }}
          />
        ) : (
          <p class="ps-note">{word("partnerschappen.all_sorted")}</p>
        )}
        <Houses
          shares={shares}
          onChoose={isDone ? undefined : put}
          under={under}
          labelledBy={isDone ? undefined : "card"}
        />
        <p class="ps-hint ps-keys">{word("partnerschappen.keys")}</p>
        <Problem text={problem} />
        <Buttons>
          <Button main={isDone} onClick={further}>
            {word("partnerschappen.to_balance")}
          </Button>
          {last && (
            <Button onClick={() => takeBack(last)}>{word("partnerschappen.take_back")}</Button>
          )}
          {card && happening.length > 1 && (
            <Button onClick={pass}>{word("partnerschappen.pass")}</Button>
          )}
        </Buttons>
      </div>
      {sorted.length > 0 && <Inside shares={shares} takeBack={takeBack} />}
      <Key />
      <LastRow back="choose" />
    </>
  );
}

/** From house to house with the arrows, as Tab does. */
function moveAlong(event: KeyboardEvent) {
  const target = event.target as Element;
  if (!target.matches("[data-house]")) return;
  const isBack = event.key === "ArrowLeft" || event.key === "ArrowUp";
  const next = isBack ? target.previousElementSibling : target.nextElementSibling;
  event.preventDefault();
  if (next instanceof HTMLElement) next.focus();
}

interface InsideProps {
  shares: readonly Share[];
  takeBack: (activity: Activity) => void;
}

/** What is in each house, with the way out of it. */
function Inside({ shares, takeBack }: InsideProps) {
  const { word } = useApp();
  return (
    <Folded title={word("partnerschappen.inside")}>
      {shares
        .filter(({ held }) => held.length > 0)
        .map(({ partnership: { id, name }, held }) => (
          <div key={id} class="ps-inside" style={`--area: var(--ps-${id})`}>
            <p class="ps-over">{name}</p>
            <ul>
              {held.map((activity) => (
                <li key={activity.id}>
                  <span>{activity.text}</span>{" "}
                  <Button
                    class="ps-clear"
                    aria-label={word("partnerschappen.out_of", { text: activity.text })}
                    onClick={() => takeBack(activity)}
                  >
                    {word("partnerschappen.out")}
                  </Button>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </Folded>
  );
}

/** By what each partnership is recognised. */
function Key() {
  const { content, word } = useApp<SortingContent>();
  return (
    <Folded title={word("partnerschappen.help")}>
      <dl class="ps-key">
        {content.partnerships.map(({ id, name, short, recognise }) => (
          <div key={id} style={`--area: var(--ps-${id})`}>
            <dt>{word("partnerschappen.key", { name, short })}</dt>
            <dd>{recognise}</dd>
          </div>
        ))}
      </dl>
    </Folded>
  );
}
