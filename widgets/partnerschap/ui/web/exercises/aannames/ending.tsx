// The end of a conversation, with a look back at the way to it.

import { Button, Buttons } from "../../controls/buttons";
import { Section } from "../../controls/panels";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import { Heading } from "./moment";
import { AGAIN, type EndingNode, type Talk, type TalkMemory } from "./talk";

export function Ending({ story, steps, ...talk }: Talk) {
  const { word } = useApp();
  const { memory, go } = useProgress<TalkMemory>();
  const node = talk.node as EndingNode;
  const seen = memory.seen[story.id]?.length ?? 0;
  const tryAgain = () =>
    go("moment", { path: [...memory.path, { moment: node.id, choice: AGAIN }] });
  return (
    <>
      <Heading over={word("aannames.end", { setting: story.setting })} title={node.title} />
      <p class={`ps-outcome ps-outcome-${node.outcome}`}>
        {word(`aannames.outcome_${node.outcome}`)}
      </p>
      <p>{node.situation}</p>
      {node.again && (
        <Buttons>
          <Button main onClick={tryAgain}>
            {word("aannames.later")}
          </Button>
        </Buttons>
      )}
      <div class="ps-note">
        <p class="ps-who">{word("aannames.take_along")}</p>
        <p>{node.thought}</p>
      </div>
      <p class="ps-hint">{word("aannames.seen", { seen, total: story.endings.length })}</p>
      <Section title={word("aannames.path_heading")}>
        <p>{word("aannames.path_intro")}</p>
        <ol class="ps-list ps-path">
          {steps.map(({ moment, choice, position }, index) => (
            <li key={position}>
              <p class="ps-hint">
                {word("aannames.path_said", {
                  name: moment.speaker ?? story.other.name,
                  text: moment.says,
                })}
              </p>
              <p>
                <strong>{choice.text}</strong>
              </p>
              <p>{choice.consequence}</p>
              <Button
                onClick={() => go("moment", { path: memory.path.slice(0, position) })}
                aria-label={word("aannames.from_here_of", { step: index + 1 })}
              >
                {word("aannames.from_here")}
              </Button>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={word("aannames.talk_heading")}>
        <ul class="ps-list">
          {story.questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      </Section>
      <Buttons>
        <Button main={!node.again} onClick={() => go("choose", { talk: null, path: [] })}>
          {word("aannames.others")}
        </Button>
        <Button onClick={() => go("moment", { path: [] })}>{word("aannames.replay")}</Button>
      </Buttons>
      <Buttons quiet>
        <Button onClick={() => window.print()}>{word("exercise.print")}</Button>
      </Buttons>
    </>
  );
}
