// A conversation as messages under each other: what was said before stays there to read.

import type { ComponentChildren } from "preact";
import { Button, Buttons } from "../../controls/buttons";
import { Face } from "../../controls/drawn/face";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import type { Character } from "../../protocol";
import { Faces } from "./face";
import type { Choice, ConversationsContent, MomentNode, Step, Talk, TalkMemory } from "./talk";
import "./chat.css";

/** What happens, between what people say. */
export const Happening = ({ text, isNew }: { text: string; isNew?: boolean }) => (
  <p class={isNew ? "ps-happening ps-new" : "ps-happening"} data-new={isNew || undefined}>
    {text}
  </p>
);

interface BubbleProps extends Pick<Character, "face"> {
  /** Of the screen: the one who is played speaks from the right. */
  side: "player" | "other";
  /** Who says or does it, in words. */
  who: string;
  text: string;
  isNew?: boolean;
}

function Bubble({ face, who, text, side, isNew = false }: BubbleProps) {
  return (
    <div class={`ps-turn ps-turn-${side}${isNew ? " ps-new" : ""}`} data-new={isNew || undefined}>
      <Face face={face} />
      <div class="ps-bubble">
        <p class="ps-who">{who}</p>
        <p>{text}</p>
      </div>
    </div>
  );
}

/** What the other says at a moment, or somebody else who is there. */
export function Said({ story, moment }: Pick<Talk, "story"> & { moment: MomentNode }) {
  const { word } = useApp();
  const face = moment.face ?? story.other.face;
  const who = word("aannames.said", { name: moment.speaker ?? story.other.name });
  const text = word("aannames.quoted", { text: moment.says });
  return <Bubble {...{ face, who, text }} side="other" />;
}

interface ChosenProps extends Pick<Talk, "story"> {
  choice: Choice;
  isNew?: boolean;
}

/** What was chosen, and what it brings. */
export function Chosen({ story, choice, isNew }: ChosenProps) {
  const { word } = useApp();
  const { player } = story;
  return (
    <>
      <Bubble
        face={player.face}
        who={word("aannames.chosen", { name: player.name })}
        text={choice.text}
        side="player"
        isNew={isNew}
      />
      <Happening text={choice.consequence} />
    </>
  );
}

/** The thought at a choice, with the tip that it follows in the words that the course has for it. */
export function Thought({ choice: { feedback, tip } }: { choice: Choice }) {
  const { content, word } = useApp<ConversationsContent>();
  const found = content.tips.find(({ id }) => id === tip);
  return (
    <>
      <p>{feedback}</p>
      {found && (
        <p class="ps-tip">
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M9 18h6m-5 3h4M8.5 15a6 6 0 1 1 7 0c-.6.6-.9 1.2-1 2h-5c-.1-.8-.4-1.4-1-2z" />
          </svg>{" "}
          <span>{word("aannames.tip", { id: found.id, summary: found.summary })}</span>
        </p>
      )}
    </>
  );
}

interface ChatProps extends Pick<Talk, "story"> {
  /** What was done before, each with its thought folded. */
  steps: readonly Step[];
  /** Of the screen, as the reader counts. */
  step: number;
  /** Whether each step has a button to choose otherwise there. */
  canTurn?: boolean;
  children: ComponentChildren;
}

/** Who talks with whom, everything up to now, and under it what comes next. */
export function Chat({ story, steps, step, canTurn = false, children }: ChatProps) {
  const { word } = useApp();
  const { setting, title, opening, player, other } = story;
  return (
    <div class="ps-chat">
      <header class="ps-chat-head">
        <Faces player={player} other={other} />
        <div>
          <h2>
            <span class="ps-over">{word("aannames.step", { setting, step })}</span> {title}
          </h2>
          <p class="ps-hint">
            {word("aannames.with", {
              player: player.name,
              player_role: player.role,
              other: other.name,
              other_role: other.role,
            })}
          </p>
        </div>
      </header>
      <Happening text={opening} />
      <ol class="ps-path">
        {steps.map(({ moment, choice, position }, index) => (
          <li key={position}>
            <Happening text={moment.situation} />
            <Said story={story} moment={moment} />
            <Chosen story={story} choice={choice} />
            <div class="ps-afterwards">
              <details>
                <summary>{word("aannames.thought")}</summary>
                <Thought choice={choice} />
              </details>
              {canTurn && <Turn position={position} step={index + 1} />}
            </div>
          </li>
        ))}
      </ol>
      {children}
    </div>
  );
}

/** Back to a step, to choose otherwise there. */
function Turn({ position, step }: { position: number; step: number }) {
  const { word } = useApp();
  const { memory, go } = useProgress<TalkMemory>();
  return (
    <Button
      class="ps-clear"
      onClick={() => go("moment", { path: memory.path.slice(0, position) })}
      aria-label={word("aannames.from_here_of", { step })}
    >
      {word("aannames.from_here")}
    </Button>
  );
}

/** The row under a conversation that goes on. */
export function LastButtons({ children }: { children?: ComponentChildren }) {
  const { word } = useApp();
  const { go } = useProgress();
  return (
    <Buttons quiet>
      {children}
      <Button onClick={() => go("choose")}>{word("aannames.others")}</Button>
    </Buttons>
  );
}
