// The end of a conversation: how it went, a map of all endings, and the way back to another one.

import { Button, Buttons } from "../../controls/buttons";
import { Section } from "../../controls/panels";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import { Chat } from "./chat";
import { endingsOf, turningPoint } from "./map";
import { OutcomeSign } from "./outcome-sign";
import { AGAIN, type EndingNode, type Talk, type TalkMemory } from "./talk";
import "./ending.css";

export function Ending({ story, steps, ...talk }: Talk) {
  const { word } = useApp();
  const { memory, go } = useProgress<TalkMemory>();
  const node = talk.node as EndingNode;
  const seen = memory.seen[story.id] ?? [];
  const turn = turningPoint({ story, steps, node }, seen);
  const tryAgain = () =>
    go("moment", { path: [...memory.path, { moment: node.id, choice: AGAIN }] });
  return (
    <Chat story={story} steps={steps} step={steps.length} canTurn>
      <div class={`ps-ending ps-outcome-${node.outcome} ps-new`}>
        <OutcomeSign outcome={node.outcome} />
        <div>
          <h3 data-new>{node.title}</h3>
          <p class="ps-outcome">{word(`aannames.outcome_${node.outcome}`)}</p>
          <p>{node.situation}</p>
          <p class="ps-who">{word("aannames.take_along")}</p>
          <p>{node.thought}</p>
        </div>
      </div>
      <EndingMap story={story} seen={seen} here={node.id} />
      <Buttons>
        {node.again && (
          <Button main onClick={tryAgain}>
            {word("aannames.later")}
          </Button>
        )}
        {turn !== null && (
          <Button
            main={!node.again}
            onClick={() => go("moment", { path: memory.path.slice(0, steps[turn].position) })}
          >
            {word("aannames.turn", { step: turn + 1 })}
          </Button>
        )}
        <Button onClick={() => go("moment", { path: [] })}>{word("aannames.replay")}</Button>
        <Button onClick={() => go("choose", { talk: null, path: [] })}>
          {word("aannames.others")}
        </Button>
      </Buttons>
      <Section title={word("aannames.talk_heading")}>
        <ul class="ps-list">
          {story.questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      </Section>
      <Buttons quiet>
        <Button onClick={() => window.print()}>{word("exercise.print")}</Button>
      </Buttons>
    </Chat>
  );
}

interface EndingMapProps extends Pick<Talk, "story"> {
  seen: readonly string[];
  /** Id of the ending that is open. */
  here: string;
}

/** All ways in which the conversation can end; what was not seen yet keeps its secret. */
function EndingMap({ story, seen, here }: EndingMapProps) {
  const { word } = useApp();
  const endings = endingsOf(story, seen);
  return (
    <section class="ps-endings" aria-labelledby="endings">
      <h3 id="endings">{word("aannames.map_heading")}</h3>
      <p class="ps-hint">
        {word("aannames.seen", {
          seen: endings.filter(({ isSeen }) => isSeen).length,
          total: endings.length,
        })}
      </p>
      <ul>
        {endings.map(({ ending: { id, outcome, title }, isSeen }) => (
          <li
            key={id}
            class={isSeen ? `ps-outcome-${outcome}` : "ps-ending-unseen"}
            aria-current={id === here ? "true" : undefined}
          >
            <OutcomeSign outcome={isSeen ? outcome : null} />{" "}
            <span>{isSeen ? title : word("aannames.unseen")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
