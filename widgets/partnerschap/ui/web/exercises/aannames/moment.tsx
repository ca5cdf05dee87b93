// A moment in a conversation, and what a choice brings.

import { Button, Buttons } from "../../controls/buttons";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import { Chat, Chosen, Happening, LastButtons, Said, Thought } from "./chat";
import { isAgain, type MomentNode, type Talk, type TalkMemory } from "./talk";

export function Moment({ story, steps, ...talk }: Talk) {
  const { word } = useApp();
  const { memory, go } = useProgress<TalkMemory>();
  const node = talk.node as MomentNode;
  const isFirst = steps.length === 0;
  const back = () => {
    if (isAgain(memory.path)) go("ending", { path: memory.path.slice(0, -1) });
    else go("after");
  };
  const choose = (choice: string) =>
    go("after", { path: [...memory.path, { moment: node.id, choice }] });
  return (
    <Chat story={story} steps={steps} step={steps.length + 1}>
      <Happening text={node.situation} isNew={!isFirst} />
      <Said story={story} moment={node} />
      <div class="ps-say">
        <h3 id="question">{word("aannames.what", { name: story.player.name })}</h3>
        {/* biome-ignore lint/a11y/useSemanticElements: buttons that each lead on are no form */}
        <div class="ps-answers" role="group" aria-labelledby="question">
          {node.choices.map(({ id, text }) => (
            <Button key={id} class="ps-button ps-answer" onClick={() => choose(id)}>
              {text}
            </Button>
          ))}
        </div>
      </div>
      <LastButtons>
        {!isFirst && <Button onClick={back}>{word("aannames.back")}</Button>}
      </LastButtons>
    </Chat>
  );
}

export function AfterChoice({ story, steps, node }: Talk) {
  const { word } = useApp();
  const { memory, go } = useProgress<TalkMemory>();
  const last = steps[steps.length - 1];
  const seen = memory.seen[story.id] ?? [];
  const further = () => {
    if ("choices" in node) go("moment");
    else go("ending", { seen: { ...memory.seen, [story.id]: [...new Set([...seen, node.id])] } });
  };
  return (
    <Chat story={story} steps={steps.slice(0, -1)} step={steps.length}>
      <Happening text={last.moment.situation} />
      <Said story={story} moment={last.moment} />
      <Chosen story={story} choice={last.choice} isNew />
      <div class="ps-say ps-thinking">
        <p class="ps-who">{word("aannames.thought")}</p>
        <Thought choice={last.choice} />
      </div>
      <Buttons>
        <Button main onClick={further}>
          {word("aannames.further")}
        </Button>
        <Button onClick={() => go("moment", { path: memory.path.slice(0, -1) })}>
          {word("aannames.otherwise")}
        </Button>
      </Buttons>
      <LastButtons />
    </Chat>
  );
}
