// What this browser remembers of a plan of one person; a policy can hold it.

import { recall } from "../lib/storage";
import type { ActionText } from "../protocol";
import type { PlanStep } from "./step";

/** Under which it is kept. */
export const PLAN_NAME = "actieplan";

/** The steps that are kept; of what something else left in their place nothing is taken. */
export function recallSteps(): readonly PlanStep[] {
  const { actions } = recall(PLAN_NAME, { actions: null as unknown });
  return Array.isArray(actions) ? actions : [];
}

/** Steps as the kernel makes a file of them. */
export const describedSteps = (steps: readonly PlanStep[]): ActionText[] =>
  steps.map(({ id: _, version: __, ...step }) => step);
