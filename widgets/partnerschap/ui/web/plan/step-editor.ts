// One step of a plan while it is filled in: what is typed, what is saved, and what somebody else saved
// meanwhile. Without a screen; `StepRow` shows it.

import { Store } from "../lib/store";
import type { Words } from "../lib/words";
import type { EditablePlan } from "./editable-plan";
import {
  draftOf,
  followed,
  hasProblem,
  isSame,
  type PlanStep,
  type StepDraft,
  savableOf,
} from "./step";

/** Milliseconds without a key after which what is typed goes to the server. */
export const PAUSE = 800;

interface EditorState {
  draft: StepDraft;
  /** The step as the plan has it. */
  stored: PlanStep;
  /** Whether somebody else saved it otherwise; nothing is saved until the reader has chosen. */
  isConflict: boolean;
  /** Whether it is saved, or why not. */
  note: string;
  isProblem: boolean;
}

interface EditorOptions {
  plan: EditablePlan;
  words: Words;
  /** Told why something is not saved, when the step is no longer on the screen. */
  tell: (message: string) => void;
}

export class StepEditor extends Store<EditorState> {
  private readonly plan: EditablePlan;
  private readonly words: Words;
  private readonly tell: EditorOptions["tell"];
  /** What is under way: the next change needs the version that this one gives. */
  private before: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isUnsaved = false;
  private isShown = true;

  constructor(step: PlanStep, { plan, words, tell }: EditorOptions) {
    const draft = plan.unsaved.get(step.id) ?? draftOf(step);
    super({ draft, stored: step, isConflict: false, note: "", isProblem: false });
    this.plan = plan;
    this.words = words;
    this.tell = tell;
  }

  /** Take over what is not ready yet, as a date of which the year is being typed. */
  hold(changes: Partial<StepDraft>): void {
    const draft = { ...this.getSnapshot().draft, ...changes };
    const { id } = this.getSnapshot().stored;
    if (hasProblem(draft)) this.plan.unsaved.set(id, draft);
    else this.plan.unsaved.delete(id);
    this.update({ draft });
  }

  /** Take over what is being typed. */
  type(changes: Partial<StepDraft>): void {
    this.hold(changes);
    if (!this.plan.isRemote) {
      void this.save(); // nothing stands in the way of keeping every letter
      return;
    }
    clearTimeout(this.timer);
    this.note("");
    this.timer = setTimeout(() => void this.save(), PAUSE);
  }

  /** Take over what is chosen, or ready. */
  set(changes: Partial<StepDraft>): void {
    this.hold(changes);
    void this.save();
  }

  save(): Promise<void> {
    this.before = this.before.then(() => this.saveNow());
    return this.before;
  }

  /** Hear what the plan holds now; what is being typed stays. */
  adopt(stored: PlanStep): void {
    const { draft, stored: before } = this.getSnapshot();
    if (stored !== before) this.update({ stored, draft: followed(draft, before, stored) });
  }

  /** After a conflict: what is typed here counts. */
  saveMine(): Promise<void> {
    this.update({ isConflict: false });
    return this.save();
  }

  /** After a conflict: what is saved counts. */
  takeTheirs(): void {
    this.isUnsaved = false;
    this.plan.unsaved.delete(this.getSnapshot().stored.id);
    this.update({ isConflict: false, draft: draftOf(this.getSnapshot().stored) });
    this.note(this.words.word(this.plan.savedWord));
  }

  /** There is a connection again: what could not be saved is tried once more. */
  retry(): void {
    if (this.isUnsaved || this.timer !== undefined) void this.save();
  }

  /** Take the step out of the plan; gives whether it is out. */
  async remove(): Promise<boolean> {
    this.stopTimer();
    await this.before;
    const { stored } = this.getSnapshot();
    const { isOk, message = "" } = await this.plan.remove(stored);
    if (isOk) this.plan.unsaved.delete(stored.id);
    if (!isOk) this.note(message, true);
    return isOk;
  }

  /** It comes on the screen. */
  open(): void {
    this.isShown = true;
  }

  /** It goes from the screen: what can be saved is. */
  close(): void {
    this.isShown = false;
    this.stopTimer();
    const { draft, stored } = this.getSnapshot();
    if (this.isInPlan() && !isSame(savableDraft(draft, stored), stored)) void this.save();
  }

  private async saveNow(): Promise<void> {
    this.stopTimer();
    const { draft, stored, isConflict } = this.getSnapshot();
    if (isConflict) return;
    // What is wrong stands at its field; all other fields are saved.
    const savable = savableDraft(draft, stored);
    const isPartly = hasProblem(draft);
    this.isUnsaved = isPartly;
    const end = () =>
      this.note(this.words.word(isPartly ? "plan.partly" : this.plan.savedWord), isPartly);
    if (isSame(savable, stored)) return end();
    if (this.plan.isRemote) this.note(this.words.word("plan.saving"));
    const {
      isOk,
      message = "",
      ...outcome
    } = await this.plan.change(stored, savableOf(draft, stored));
    const now = this.plan.steps().find(({ id }) => id === stored.id);
    const isLast = this.getSnapshot().draft === draft;
    if (now) this.adopt(now);
    const after = this.getSnapshot();
    const isStored = isSame(after.draft, after.stored);
    // Asked twice after a lost connection, the second is refused while the first was carried out.
    if (isOk || (outcome.isConflict && isStored)) {
      if (isLast || isStored) end();
      return;
    }
    this.isUnsaved = true;
    this.note(message, true);
    if (!this.isShown || !now) this.tell(message);
    if (outcome.isConflict) this.update({ isConflict: true });
  }

  private isInPlan(): boolean {
    return this.plan.steps().some(({ id }) => id === this.getSnapshot().stored.id);
  }

  private note(note: string, isProblem = false): void {
    this.update({ note, isProblem: isProblem && note !== "" });
  }

  private stopTimer(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}

const savableDraft = (draft: StepDraft, stored: PlanStep) => draftOf(savableOf(draft, stored));
