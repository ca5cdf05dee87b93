// A moment in a conversation, and what a choice brings.

import { Button, Buttons } from "../../controls/buttons";
import { Face } from "../../controls/drawn/face";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import type { Character } from "../../protocol";
import {
  type Choice,
  type ConversationsContent,
  isAgain,
  type MomentNode,
  type Talk,
  type TalkMemory,
} from "./talk";

/** The heading of a screen with a line over it that says where the reader is. */
export function Heading({ over, title }: { over: string; title: string }) {
  return (
    <h2>
      <span class="ps-over">{over}</span> {title}
    </h2>
  );
}

interface BubbleProps extends Pick<Character, "face"> {
  who: string;
  text: string;
  kind: "ps-said" | "ps-did";
}

/** Somebody's words or deed. */
function Bubble({ face, who, text, kind }: BubbleProps) {
  return (
    <div class={`ps-speech ${kind}`}>
      <Face face={face} />
      <blockquote class="ps-bubble">
        <p class="ps-who">{who}</p>
        <p>{text}</p>
      </blockquote>
    </div>
  );
}

function OthersButton() {
  const { word } = useApp();
  const { go } = useProgress();
  return <Button onClick={() => go("choose")}>{word("aannames.others")}</Button>;
}

export function Moment({ story, steps, ...talk }: Talk) {
  const { word } = useApp();
  const { memory, go } = useProgress<TalkMemory>();
  const node = talk.node as MomentNode;
  const { player, other, setting } = story;
  const back = () => {
    if (isAgain(memory.path)) go("ending", { path: memory.path.slice(0, -1) });
    else go("after");
  };
  const choose = (choice: string) =>
    go("after", { path: [...memory.path, { moment: node.id, choice }] });
  return (
    <>
      <Heading
        over={word("aannames.step", { setting, step: steps.length + 1 })}
        title={story.title}
      />
      {steps.length === 0 && (
        <div class="ps-note">
          <p>{story.opening}</p>
        </div>
      )}
      <p>{node.situation}</p>
      <Bubble
        face={node.face ?? other.face}
        who={word("aannames.said", { name: node.speaker ?? other.name })}
        text={word("aannames.quoted", { text: node.says })}
        kind="ps-said"
      />
      <h3 id="question">{word("aannames.what", { name: player.name })}</h3>
      {/* biome-ignore lint/a11y/useSemanticElements: buttons that each lead on are no form */}
      <div class="ps-answers" role="group" aria-labelledby="question">
        {node.choices.map(({ id, text }) => (
          <Button key={id} class="ps-button ps-answer" onClick={() => choose(id)}>
            {text}
          </Button>
        ))}
      </div>
      <Buttons quiet>
        {steps.length > 0 && <Button onClick={back}>{word("aannames.back")}</Button>}
        <OthersButton />
      </Buttons>
    </>
  );
}

export function AfterChoice({ story, steps, node }: Talk) {
  const { word } = useApp();
  const { memory, go } = useProgress<TalkMemory>();
  const choice = steps.at(-1)?.choice;
  const seen = memory.seen[story.id] ?? [];
  const further = () => {
    if ("choices" in node) go("moment");
    else go("ending", { seen: { ...memory.seen, [story.id]: [...new Set([...seen, node.id])] } });
  };
  return (
    <>
      <Heading
        over={word("aannames.step", { setting: story.setting, step: steps.length })}
        title={word("aannames.after_heading")}
      />
      <Bubble
        face={story.player.face}
        who={word("aannames.chosen", { name: story.player.name })}
        text={choice?.text ?? ""}
        kind="ps-did"
      />
      <p>{choice?.consequence}</p>
      <div class="ps-note">
        <p class="ps-who">{word("aannames.thought")}</p>
        <p>{choice?.feedback}</p>
        <TipAtWork tip={choice?.tip} />
      </div>
      <Buttons>
        <Button main onClick={further}>
          {word("aannames.further")}
        </Button>
        <Button onClick={() => go("moment", { path: memory.path.slice(0, -1) })}>
          {word("aannames.otherwise")}
        </Button>
      </Buttons>
      <Buttons quiet>
        <OthersButton />
      </Buttons>
    </>
  );
}

/** The tip that a choice follows, in the words that the course has for it. */
function TipAtWork({ tip }: { tip: Choice["tip"] | undefined }) {
  const { content, word } = useApp<ConversationsContent>();
  const found = content.tips.find(({ id }) => id === tip);
  return found ? (
    <p class="ps-hint">{word("aannames.tip", { id: found.id, summary: found.summary })}</p>
  ) : null;
}
