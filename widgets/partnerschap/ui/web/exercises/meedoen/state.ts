// What the page knows of taking part, as one immutable state; the screens follow from it.

import { Store } from "../../lib/store";
import type { Words } from "../../lib/words";
import type { SessionSummary } from "../../protocol";
import type { FormContent } from "../../questionnaire/content";
import type { SavingState } from "./answer-sender";
import type { LateCount } from "./late-answers";
import { type AnswerSet, type AnswerSets, NO_ANSWERS, type SessionView } from "./session";

/** For so long what came too late is told on every screen, in ms. */
const NOTICED = 15_000;

/** What brought a screen: loading the page, the person, or the kernel. */
export type Origin = "load" | "asked" | "pushed";

/** Of what was sent: why it takes a while, or what is wrong; one of them at most. */
interface Sending {
  busy: string;
  problem: string;
}

/** How far somebody came in. */
export type Stage =
  | ({ kind: "code"; code: string } & Sending)
  | { kind: "waiting"; busy: string }
  | ({ kind: "role"; invitation: SessionSummary } & Sending)
  | { kind: "joined"; view: SessionView; content: FormContent }
  /** The session has ended, or is not there any more. */
  | { kind: "over"; code: string; isEnded: boolean; message: string };

export interface ParticipantState {
  stage: Stage;
  origin: Origin;
  /** As they are shown: also those under way. */
  answers: AnswerSets;
  saving: SavingState;
  /** How many answers the server has not acknowledged. */
  unsent: number;
  /** Position of the area of the form that is open. */
  area: number;
  /** Whether the form about half a year ago is open. */
  isLookingBack: boolean;
  /** What a next screen may not take away at once. */
  notice: string;
}

export type Screen =
  | Exclude<Stage["kind"], "joined">
  | "together"
  | "form"
  | "look-back"
  | "ready"
  | "closed"
  | "step";

/** The screen that belongs to where the session is. */
export function screenOf({
  stage,
  isLookingBack,
}: Pick<ParticipantState, "stage" | "isLookingBack">): Screen {
  if (stage.kind !== "joined") return stage.kind;
  const { state, together, own, shown } = stage.view;
  if (state === "open" && together) return "together";
  if (state === "open" && !own.finished) return "form";
  if (state === "open") return isLookingBack ? "look-back" : "ready";
  return shown ? "step" : "closed";
}

/** Differs between two screens, also between two steps of the conversation. */
export function screenKey(state: ParticipantState): string {
  const step = state.stage.kind === "joined" ? state.stage.view.shown?.step.id : undefined;
  return [screenOf(state), step].join(" ");
}

/** What is filled in on the screen. */
export function answerSetOf(state: ParticipantState): AnswerSet | null {
  const screen = screenOf(state);
  if (screen === "form") return "now";
  if (screen === "look-back") return "then";
  const isVote = state.stage.kind === "joined" && state.stage.view.shown?.step.kind === "vote";
  return screen === "step" && isVote ? "votes" : null;
}

/** What is told at the foot of the screen of whether all that is filled in is with the server. */
export function savingText(
  state: ParticipantState,
  word: (id: string) => string,
  canKeep: boolean,
): string {
  const { saving, unsent, answers } = state;
  const set = answerSetOf(state);
  const withKept = (text: string) =>
    `${text} ${word(canKeep ? "meedoen.kept_here" : "meedoen.kept_open")}`;
  switch (saving.kind) {
    case "saved":
      return set && Object.keys(answers[set]).length ? word("meedoen.saved") : "";
    case "saving":
      return word("meedoen.saving");
    case "late":
      return unsent ? withKept(word("meedoen.late")) : word("meedoen.no_answer");
    case "fault":
      return unsent ? withKept(saving.message) : saving.message;
  }
}

const START: ParticipantState = {
  stage: { kind: "code", code: "", busy: "", problem: "" },
  origin: "load",
  answers: NO_ANSWERS,
  saving: { kind: "saved" },
  unsent: 0,
  area: 0,
  isLookingBack: false,
  notice: "",
};

/** Holds that state, and knows where on the screen something is told. */
export class ParticipantStore extends Store<ParticipantState> {
  private noticedAt = 0;

  constructor(protected readonly words: Words) {
    super(START);
  }

  /** Show another stage; on the screen that is open already nothing else changes. */
  protected show(stage: Stage, origin: Origin, changes: Partial<ParticipantState> = {}): void {
    const before = this.getSnapshot();
    const isOther = screenKey(before) !== screenKey({ ...before, ...changes, stage });
    const isNoticed = isOther && Date.now() - this.noticedAt > NOTICED;
    this.update({
      ...changes,
      stage,
      origin: isOther ? origin : before.origin,
      notice: isNoticed ? "" : before.notice,
    });
  }

  /** An answer takes a while: say why, or that the server does not answer. */
  protected tellWait(sentence: string | null): void {
    const { stage } = this.getSnapshot();
    const busy = sentence ?? this.words.word("meedoen.no_answer");
    if (stage.kind === "waiting") this.update({ stage: { ...stage, busy } });
    else if (stage.kind === "code" || stage.kind === "role")
      this.update({ stage: { ...stage, busy, problem: "" } });
    else
      this.update({ saving: sentence ? { kind: "fault", message: sentence } : { kind: "late" } });
  }

  protected tellProblem(problem: string): void {
    const { stage } = this.getSnapshot();
    if (stage.kind === "code" || stage.kind === "role")
      this.update({ stage: { ...stage, busy: "", problem } });
    else this.notify(problem);
  }

  /** Say something that a next screen may not take away at once. */
  protected notify(notice: string): void {
    this.noticedAt = Date.now();
    this.update({ notice });
  }

  protected tellLate(late: LateCount[]): void {
    if (!late.length) return;
    const sentences = late.map(({ kind, n }) =>
      this.words.count(kind === "votes" ? "meedoen.lost_votes" : "meedoen.lost", n),
    );
    this.notify(sentences.join(" "));
  }
}
