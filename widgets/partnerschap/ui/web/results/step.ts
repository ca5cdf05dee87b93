// What Python sends of a step of a team's conversation (`session_views.py`), and what a screen adds.

import type { ComponentChildren } from "preact";
import type { Answer } from "../questionnaire/content";
import type { Figures, GroupDifference, Suggestion } from "./figures";

export interface Step {
  /** Its kind, with its number where there are more of them, as in `discuss-2`. */
  id: string;
  kind: string;
  number: number;
  title: string;
  minutes: number;
  aim: string;
}

/** What the team chose together on an item. */
export interface JointScore {
  item: string;
  value: Answer;
  /** Guards against a lost update. */
  version: number;
}

export type ActionState = "chosen" | "busy" | "done" | "stopped";

/** A step of the plan that the team agreed. */
export interface PlannedAction {
  id: number;
  /** Ids; null for one of the team's own. */
  item: string | null;
  action: string | null;
  text: string;
  owner: string;
  due: string | null;
  version: number;
  area: string | null;
  first_step: string;
  evidence: string;
  celebration: string;
  state: ActionState;
  reason: string;
  /** 1..12. */
  months: readonly number[];
}

/** A step with the part of the figures that it shows. */
export interface ShownStep {
  step: Step;
  figures: Figures;
  differences: readonly GroupDifference[];
  /** At most one an item. */
  biggest_differences: readonly GroupDifference[];
  /** Ids of the items that the team votes on. */
  vote_items: readonly string[];
  /** 1..3, by the id of the item; null until there was a vote. */
  importance: Readonly<Record<string, number>> | null;
  joint: readonly JointScore[];
  plan: readonly PlannedAction[];
}

/** What the trainer's screen adds. */
export interface StepExtras {
  /** To choose one answer together, in place of the one that was chosen. */
  joint?: (itemId: string) => ComponentChildren;
  /** Below a suggestion. */
  choose?: (suggestion: Suggestion) => ComponentChildren;
  /** In place of the list of what is chosen. */
  plan?: ComponentChildren;
}

/** What the view of each kind of step is given, beside the result around it. */
export interface StepProps extends StepExtras {
  shown: ShownStep;
  minGroup: number;
}
