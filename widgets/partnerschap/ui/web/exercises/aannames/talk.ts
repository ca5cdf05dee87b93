// A conversation as it stands in the content, and the way taken through it.

import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import type {
  Choice,
  Ending as EndingNode,
  Moment as MomentNode,
  Case as Story,
} from "../../protocol";

export type { Choice, EndingNode, MomentNode, Story };

/** What is remembered. */
export interface TalkMemory {
  /** Id of the case that is open. */
  talk: string | null;
  /** The choices made, by the ids of the moment and of the choice. */
  path: { moment: string; choice: string }[];
  /** Ids of the endings that were seen, by case. */
  seen: Record<string, string[]>;
}

export const EMPTY: TalkMemory = { talk: null, path: [], seen: {} };
export const PLACED = ["talk", "path"] as const;

/** The conversation that is open. */
export interface Talk {
  story: Story;
  steps: { moment: MomentNode; choice: Choice }[];
  /** The moment or the ending to which they led. */
  node: MomentNode | EndingNode;
}

export const useStories = () => useApp<{ cases: Story[] }>().content.cases;

/** The conversation that is open; null when there is none, or when the content no longer has its way. */
export function useTalk(): Talk | null {
  const { memory } = useProgress<TalkMemory>();
  const story = useStories().find(({ id }) => id === memory.talk);
  return story ? follow(story, memory.path) : null;
}

/** Walk a path through a story. */
export function follow(story: Story, path: TalkMemory["path"]): Talk | null {
  const nodes = new Map([...story.moments, ...story.endings].map((node) => [node.id, node]));
  const steps: Talk["steps"] = [];
  let node: MomentNode | EndingNode | undefined = story.moments[0];
  for (const taken of path) {
    if (!node || !("choices" in node) || node.id !== taken.moment) return null;
    const choice: Choice | undefined = node.choices.find(({ id }) => id === taken.choice);
    if (!choice) return null;
    steps.push({ moment: node, choice });
    node = nodes.get(choice.to);
  }
  return node ? { story, steps, node } : null;
}
