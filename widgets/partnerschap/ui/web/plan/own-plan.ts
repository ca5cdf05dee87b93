// A plan that only this browser keeps.

import { forget, onKept, recall, remember } from "../lib/storage";
import type { Words } from "../lib/words";
import type { ActionText, OwnCalendar } from "../protocol";
import { type Calendar, described, isCalendar, newCalendar, noted } from "./calendar";
import type { EditablePlan, Outcome } from "./editable-plan";
import { describedSteps, PLAN_NAME } from "./plan-memory";
import {
  draftOf,
  type NewStep,
  NO_FIELDS,
  type PlanStep,
  problemsOf,
  type StepDraft,
  type StepFields,
} from "./step";

interface Memory {
  /** The screen that is open. */
  screen: string;
  /** Id of the next step. */
  next: number;
  actions: readonly PlanStep[];
  calendar: Calendar;
}

const createMemory = (): Memory => ({
  screen: "start",
  next: 1,
  actions: [],
  calendar: newCalendar(),
});

export class OwnPlan implements EditablePlan {
  readonly isRemote = false;
  readonly savedWord = "exercise.kept";
  readonly unsaved = new Map<number, StepDraft>();
  private memory: Memory;

  /**
   * @param onChange Told when there are other steps.
   */
  constructor(
    private readonly words: Pick<Words, "word">,
    private readonly onChange: () => void = () => {},
  ) {
    this.memory = recallPlan();
  }

  readonly steps = (): readonly PlanStep[] => this.memory.actions;

  get screen(): string {
    return this.memory.screen;
  }

  /** Take over what another page of this browser does with the plan; gives what ends that. */
  follow(): () => void {
    return onKept(PLAN_NAME, () => {
      this.memory = recallPlan();
      this.onChange();
    });
  }

  /** Remember which screen is open; gives whether this browser does. */
  keepScreen(screen: string): boolean {
    return this.put({ screen });
  }

  async add(_draft: string, step: NewStep): Promise<Outcome> {
    const { next, actions } = this.memory;
    const [problem] = Object.values(problemsOf(draftOf({ ...NO_FIELDS, ...step })));
    if (problem) return { isOk: false, message: this.words.word(problem) };
    const added = { item: null, action: null, ...NO_FIELDS, ...step, id: next };
    return this.keep([...actions, added], { next: next + 1 });
  }

  async change({ id }: PlanStep, fields: Partial<StepFields>): Promise<Outcome> {
    return this.keep(this.steps().map((one) => (one.id === id ? { ...one, ...fields } : one)));
  }

  async remove({ id }: PlanStep): Promise<Outcome> {
    return this.keep(this.steps().filter((one) => one.id !== id));
  }

  /** How it is known in calendars. */
  calendar(): OwnCalendar {
    return described(this.memory.calendar, this.steps());
  }

  /** The plan as the kernel makes a file of it. */
  described(): ActionText[] {
    return describedSteps(this.steps());
  }

  /** Hear of a file that was made. */
  gave(file: string, day: string | undefined): void {
    const { calendar } = this.memory;
    if (file === "plan.ics" && day && !calendar.entries.length)
      this.put({ calendar: { ...calendar, noticed: day } });
  }

  wipe(): void {
    forget(PLAN_NAME);
    this.unsaved.clear();
    this.memory = createMemory();
    this.onChange();
  }

  private keep(actions: readonly PlanStep[], changes: Partial<Memory> = {}): Outcome {
    const calendar = noted(this.memory.calendar, this.steps(), actions);
    const isOk = this.put({ ...changes, actions, calendar });
    this.onChange();
    return isOk ? { isOk } : { isOk, message: this.words.word("exercise.not_kept") };
  }

  private put(changes: Partial<Memory>): boolean {
    this.memory = { ...this.memory, ...changes };
    return remember(PLAN_NAME, this.memory);
  }
}

/** What this browser has; of what something else left in its place nothing is taken. */
function recallPlan(): Memory {
  const empty = createMemory();
  const memory = recall(PLAN_NAME, { ...empty, calendar: null as unknown });
  if (!Array.isArray(memory.actions)) return empty;
  const { calendar } = memory;
  if (isCalendar(calendar)) return { ...memory, calendar };
  // Of a plan of before there were calendars: drawn once, or its entries would double.
  const complete = { ...memory, calendar: noted(newCalendar(), [], memory.actions) };
  if (memory.actions.length) remember(PLAN_NAME, complete);
  return complete;
}
