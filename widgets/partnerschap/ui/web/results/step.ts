// What a screen adds to a step of a team's conversation.

import type { ComponentChildren } from "preact";
import type { ItemActionFigures, ShownStep } from "../protocol";

/** What the trainer's screen adds. */
export interface StepExtras {
  /** To choose one answer together, in place of the one that was chosen. */
  joint?: (itemId: string) => ComponentChildren;
  /** Below a step for now or for the year. */
  choose?: (step: ItemActionFigures) => ComponentChildren;
  /** In place of the list of what is chosen. */
  plan?: ComponentChildren;
}

/** What the view of each kind of step is given, beside the result around it. */
export interface StepProps extends StepExtras {
  shown: ShownStep;
  minGroup: number;
}
