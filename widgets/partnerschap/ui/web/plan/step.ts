// A step of a plan: what can be agreed about it, what is wrong with what is typed, and what it means
// for a plan. Pure; the kernel keeps to the same (`ActionText` in Python).

import { type ActionText, LIMITS, type PlannedAction } from "../protocol";

/** A step of a plan. One that only this browser keeps has no version. */
export type PlanStep = Omit<PlannedAction, "version"> & Partial<Pick<PlannedAction, "version">>;

/** What can be agreed about a step; what it was chosen for stays as it is. */
export type StepFields = Omit<PlanStep, "id" | "version" | "item" | "action">;

/** What a step begins with. */
export type NewStep = Pick<ActionText, "item" | "action" | "text"> & Partial<StepFields>;

/** A step as it is being typed. */
export interface StepDraft extends StepFields {
  /** A date field that is half filled in has no value, which is not the same as none. */
  isDueValid: boolean;
}

export const STATES = ["chosen", "busy", "done", "stopped"] as const;

export const NO_FIELDS: StepFields = {
  text: "",
  owner: "",
  due: null,
  area: null,
  first_step: "",
  evidence: "",
  celebration: "",
  state: "chosen",
  reason: "",
  months: [],
};

const NAMES = Object.keys(NO_FIELDS) as (keyof StepFields)[];
const TEXTS = ["text", "owner", "first_step", "evidence", "celebration", "reason"] as const;
const MAIL = /[^\s@]+@[^\s@]+\.[^\s@]/;

/** The months of a school year, 1..12. */
export const MONTHS: readonly number[] = Array.from(
  { length: 12 },
  (_, place) => ((place + LIMITS.firstMonth - 1) % 12) + 1,
);

/** A text on one line, without what cannot be seen. */
export const line = (text: string) => text.replace(/[\s\p{Cc}]+/gu, " ").trim();

export const draftOf = (fields: StepFields): StepDraft => ({
  ...(pick(fields) as StepFields),
  isDueValid: true,
});

/** What is agreed when a draft is saved. */
export function fieldsOf(draft: StepDraft): StepFields {
  const texts = Object.fromEntries(TEXTS.map((name) => [name, line(draft[name])]));
  return { ...(pick(draft) as StepFields), ...texts };
}

const pick = (from: StepFields) => Object.fromEntries(NAMES.map((name) => [name, from[name]]));

/** Whether a draft says what a step says. */
export function isSame(draft: StepDraft, step: StepFields): boolean {
  return JSON.stringify(fieldsOf(draft)) === JSON.stringify(pick(step));
}

/**
 * The draft of a step that is another one now: what was not touched follows the step. Spaces that were
 * just typed stay, or nobody could type a next word.
 */
export function followed(draft: StepDraft, before: StepFields, now: StepFields): StepDraft {
  if (!isSame(draft, before)) return draft;
  const typed = Object.fromEntries(
    TEXTS.filter((name) => line(draft[name]) === now[name]).map((name) => [name, draft[name]]),
  );
  return { ...draftOf(now), isDueValid: draft.isDueValid, ...typed };
}

/** Ids of the messages that say what of a draft cannot be saved, by field. */
export type Problems = Partial<Record<keyof StepFields, string>>;

export function problemsOf(draft: StepDraft): Problems {
  const { owner, isDueValid, text } = draft;
  const mails = TEXTS.filter((name) => MAIL.test(draft[name]));
  return {
    ...Object.fromEntries(mails.map((name) => [name, "plan.mail"])),
    ...(!line(text) && { text: "plan.text_empty" }),
    ...(owner.includes("@") && { owner: "plan.mail" }),
    ...(!isDueValid && { due: "together.due_wrong" }),
  };
}

/** What of a draft can be saved; of what cannot, what the step has stays. */
export function savableOf(draft: StepDraft, stored: StepFields): StepFields {
  const wrong = Object.keys(problemsOf(draft)) as (keyof StepFields)[];
  const kept = Object.fromEntries(wrong.map((name) => [name, stored[name]]));
  return { ...fieldsOf(draft), ...kept };
}

/** Whether there is a problem with any field. */
export const hasProblem = (draft: StepDraft): boolean => Object.keys(problemsOf(draft)).length > 0;

/** Whether a step is agreed for a day that is over, while it is still to be done. */
export const isOverdue = ({ due, state }: Pick<StepFields, "due" | "state">, today: string) =>
  due !== null && due < today && isOpen({ state });

/** Whether something was agreed that would be lost with the step. */
export const isAgreedOn = (step: StepFields): boolean =>
  !isSame({ ...draftOf(step), text: "", area: null }, NO_FIELDS);

/** Whether a step is still to be done. */
export const isOpen = ({ state }: Pick<PlanStep, "state">) =>
  state === "chosen" || state === "busy";

/** The step that was made of an action of the content. */
export const stepOf = (steps: readonly PlanStep[], action: string): PlanStep | undefined =>
  steps.find((step) => step.action === action);

export const isFull = (steps: readonly PlanStep[]) => steps.length >= LIMITS.planSteps;

/** What to say of a number of steps: two or three can be done, more than five hardly ever. */
export function amountOf(n: number): "none" | "few" | "good" | "more" | "too_many" {
  if (n === 0) return "none";
  if (n < 2) return "few";
  if (n <= 3) return "good";
  return n <= 5 ? "more" : "too_many";
}
