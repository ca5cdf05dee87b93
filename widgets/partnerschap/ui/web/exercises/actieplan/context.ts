// What the screens of the plan share.

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { EditablePlan } from "../../plan/editable-plan";
import { type FormContent, useFormContent } from "../../questionnaire/content";
import type { Planner, PlannerState } from "./planner";

interface Planning {
  planner: Planner;
  state: PlannerState;
}

export const PlanningContext = createContext<Planning | null>(null);

interface OpenPlan extends Planning {
  content: FormContent;
  plan: EditablePlan;
  steps: PlannerState["steps"];
  /** Whether it is a team's. */
  isTeam: boolean;
}

export function usePlanning(): OpenPlan {
  const planning = useContext(PlanningContext);
  const content = useFormContent();
  if (!planning) throw new Error("outside of a plan");
  const { planner, state } = planning;
  const isTeam = state.owner.kind === "team";
  return { planner, state, content, plan: planner.plan, steps: state.steps, isTeam };
}
