// After closing: the step that the trainer shows, the vote, and the end.

import { Button, Buttons } from "../../controls/buttons";
import { Choices } from "../../controls/fields";
import { useApp } from "../../lib/app";
import { StepView } from "../../results/steps";
import { useParticipation, useSession } from "./context";
import { OtherCodeButton, useLeave } from "./leaving";
import type { Stage } from "./state";

const IMPORTANCE = ["1", "2", "3"];

export function ClosedScreen() {
  const { word, count } = useApp();
  const { view } = useSession();
  const saved = Object.keys(view.own.answers).length;
  return (
    <>
      <h2>{word("meedoen.closed_heading")}</h2>
      {saved > 0 && <p class="ps-note">{count("meedoen.closed_saved", saved)}</p>}
      <p>{word("meedoen.closed_text")}</p>
      <Foot />
    </>
  );
}

export function StepScreen() {
  const { word } = useApp();
  const { view, content } = useSession();
  const { shown, sector, min_group: minGroup } = view;
  if (!shown) return null;
  return (
    <>
      <h2>{shown.step.title}</h2>
      <p class="ps-aim">{shown.step.aim}</p>
      {shown.earlier_edition && <p class="ps-note">{word("result.earlier_edition")}</p>}
      {shown.step.kind === "vote" ? (
        <Vote itemIds={shown.vote_items} />
      ) : (
        <div>
          <StepView
            content={content}
            sector={sector}
            role={view.own.role}
            minGroup={minGroup}
            shown={shown}
          />
        </div>
      )}
      <Foot />
    </>
  );
}

/** How important is each item now? */
function Vote({ itemIds }: { itemIds: readonly string[] }) {
  const { word } = useApp();
  const { participant, state, view, content, statement } = useSession();
  const { votes } = state.answers;
  const asked = itemIds
    .map((id) => content.items.find((item) => item.id === id))
    .filter((item) => item !== undefined);
  const options = IMPORTANCE.map((id) => ({ id, name: word(`meedoen.vote_${id}`) }));
  // A trainer may go back to look at a vote that is over.
  const isHeld = view.takes.includes("votes");
  const done = asked.filter(({ id }) => id in votes).length;
  const progress = word("meedoen.vote_progress", { done, total: asked.length });
  const isDone = isHeld && done === asked.length;
  return (
    <>
      <p>{word(isHeld ? "meedoen.vote_intro" : "meedoen.vote_closed")}</p>
      {asked.map((item) => (
        <Choices
          key={item.id}
          legend={statement(item)}
          name={`vote-${item.id}`}
          options={options}
          chosen={item.id in votes ? String(votes[item.id]) : null}
          onChoose={(chosen) => participant.setAnswer("votes", item.id, Number(chosen))}
          classes="ps-vote"
          disabled={!isHeld}
        />
      ))}
      <p class="ps-vote-count">{isDone ? `${progress}. ${word("meedoen.vote_done")}` : progress}</p>
    </>
  );
}

function Foot() {
  const { word } = useApp();
  return (
    <div class="ps-quiet">
      <p class="ps-hint">{word("meedoen.follow")}</p>
      <Buttons>
        <OtherCodeButton />
      </Buttons>
    </div>
  );
}

export function OverScreen({ code, isEnded, message }: Extract<Stage, { kind: "over" }>) {
  const { word } = useApp();
  const { participant } = useParticipation();
  const leave = useLeave();
  return (
    <>
      <h2>{word(isEnded ? "meedoen.over_heading" : "meedoen.gone_heading")}</h2>
      <p>{isEnded ? word("meedoen.over_text") : message}</p>
      <Buttons>
        <Button
          main
          onClick={() => {
            participant.forget(code);
            leave();
          }}
        >
          {word("meedoen.other_code")}
        </Button>
      </Buttons>
    </>
  );
}
