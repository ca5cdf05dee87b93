// A conversation as it stands in the content, and the way taken through it.

import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import type {
  Choice,
  ConversationsContent,
  Ending as EndingNode,
  Moment as MomentNode,
  Conversation as Story,
} from "../../protocol";

export type { Choice, ConversationsContent, EndingNode, MomentNode, Story };

/** What is remembered. */
export interface TalkMemory {
  /** Id of the conversation that is open. */
  talk: string | null;
  /**
   * The choices made, by the ids of the moment and of the choice. Where somebody tried again after an
   * ending, that stands for the moment, and `AGAIN` for the choice.
   */
  path: { moment: string; choice: string }[];
  /** Ids of the endings that were seen, by conversation. */
  seen: Record<string, string[]>;
}

export const EMPTY: TalkMemory = { talk: null, path: [], seen: {} };
export const PLACED = ["talk", "path"] as const;

/** What stands in a path for trying again after an ending; no id of a choice. */
export const AGAIN = ":again";

/** A moment with what was chosen there. */
export interface Step {
  moment: MomentNode;
  choice: Choice;
  /** Number of entries in the path before it. */
  position: number;
}

/** The conversation that is open. */
export interface Talk {
  story: Story;
  steps: Step[];
  /** The moment or the ending to which they led. */
  node: MomentNode | EndingNode;
}

export const useStories = () => useApp<ConversationsContent>().content.conversations;

/** The conversation that is open; null when there is none, or when the content no longer has its way. */
export function useTalk(): Talk | null {
  const { memory } = useProgress<TalkMemory>();
  const story = useStories().find(({ id }) => id === memory.talk);
  return story ? follow(story, memory.path) : null;
}

/** Walk a path through a story. */
export function follow(story: Story, path: TalkMemory["path"]): Talk | null {
  const nodes = new Map([...story.moments, ...story.endings].map((node) => [node.id, node]));
  const steps: Step[] = [];
  let node: MomentNode | EndingNode | undefined = story.moments[0];
  for (const [position, taken] of path.entries()) {
    if (node?.id !== taken.moment) return null;
    if ("choices" in node) {
      const moment: MomentNode = node;
      const choice = moment.choices.find(({ id }) => id === taken.choice);
      if (!choice) return null;
      steps.push({ moment, choice, position });
      node = nodes.get(choice.to);
    } else if (taken.choice === AGAIN && node.again) node = nodes.get(node.again);
    else return null;
  }
  return node ? { story, steps, node } : null;
}

/** Whether what was done last is trying again. */
export const isAgain = (path: TalkMemory["path"]) => path.at(-1)?.choice === AGAIN;
