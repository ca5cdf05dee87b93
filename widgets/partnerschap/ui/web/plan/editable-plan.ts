// A plan that can be changed, wherever it is kept: in this browser, or with a team's round.

import type { Reply } from "../lib/connection";
import type { AddAction, ChangeAction } from "../protocol";
import type { NewStep, PlanStep, StepDraft, StepFields } from "./step";

/** How a change ended. */
export interface Outcome {
  isOk: boolean;
  /** Why it was not carried out, in a sentence. */
  message?: string;
  /** Whether somebody else changed it meanwhile. */
  isConflict?: boolean;
}

export interface EditablePlan {
  /** Whether a change takes a while: then what is typed is saved after a pause. */
  isRemote: boolean;
  /** Id of the message that says that all is saved. */
  savedWord: string;
  /** What is typed that cannot be saved, by the id of its step: it is there when the reader comes back. */
  readonly unsaved: Map<number, StepDraft>;
  /** What the plan holds now; after a change what it holds then. */
  steps: () => readonly PlanStep[];
  /** Add a step, once for each `draft`: the same again is the same step. */
  add: (draft: string, step: NewStep) => Promise<Outcome>;
  change: (step: PlanStep, fields: StepFields) => Promise<Outcome>;
  remove: (step: PlanStep) => Promise<Outcome>;
}

type WithoutRound<Change> = Omit<Change, "number" | "token" | "session">;

/** A change of a plan, the round left out. */
export type PlanChange = WithoutRound<AddAction> | WithoutRound<ChangeAction>;

interface RoundOptions {
  /**
   * Asks the kernel, about a round of which it adds the trainer's token and the id; shows the plan
   * that comes back, and after a conflict what somebody else saved, before it gives the reply.
   */
  ask: (change: PlanChange) => Promise<Reply>;
  steps: () => readonly PlanStep[];
}

/** The plan of a team's round, on the server. */
export class RoundPlan implements EditablePlan {
  readonly isRemote = true;
  readonly savedWord = "plan.saved";
  readonly unsaved = new Map<number, StepDraft>();
  readonly steps: RoundOptions["steps"];
  private readonly ask: RoundOptions["ask"];
  /** A key a step that is being added, kept until the server has it, so that it is added once. */
  private readonly keys = new Map<string, string>();

  constructor({ ask, steps }: RoundOptions) {
    this.ask = ask;
    this.steps = steps;
  }

  async add(draft: string, action: NewStep): Promise<Outcome> {
    const key = this.keys.get(draft) ?? newKey();
    this.keys.set(draft, key);
    const outcome = outcomeOf(await this.ask({ kind: "action_add", key, action }));
    if (outcome.isOk) this.keys.delete(draft);
    return outcome;
  }

  change({ id, version = 0 }: PlanStep, action: StepFields): Promise<Outcome> {
    return this.update({ kind: "action_change", id, version, action });
  }

  remove({ id, version = 0 }: PlanStep): Promise<Outcome> {
    return this.update({ kind: "action_change", id, version, action: null });
  }

  private async update(question: PlanChange): Promise<Outcome> {
    return outcomeOf(await this.ask(question));
  }
}

const newKey = () => crypto.getRandomValues(new Uint32Array(4)).join("-");

const outcomeOf = ({ kind, reason, message }: Reply): Outcome =>
  kind === "fault" ? { isOk: false, message, isConflict: reason === "conflict" } : { isOk: true };
