// What the trainer's page knows, as one immutable state; the screens follow from it.

import type { TrainerReply, TrainerRequest, TrainerSession } from "../../protocol";
import type { FormContent } from "../../questionnaire/content";

/** A round with the form that it asks. */
export interface OpenRound {
  view: TrainerSession;
  content: FormContent;
}

/** How far the trainer came in; `link` shows the secret once, `stuck` the way to try again. */
export type Stage = "start" | "waiting" | "stuck" | "gone" | "link" | "round";

/** What brought a screen: loading the page, the trainer, back in the browser, or the kernel. */
export type Origin = "load" | "asked" | "back" | "pushed";

export interface TrainerState {
  stage: Stage;
  origin: Origin;
  /** Stays known on the first screen, so that a trainer who went back can go on. */
  round: OpenRound | null;
  /** What is wrong, told above every screen; empty when nothing is. */
  problem: string;
}

export const START_STATE: TrainerState = {
  stage: "start",
  origin: "load",
  round: null,
  problem: "",
};

export type Screen =
  | Exclude<Stage, "round">
  | "lobby"
  | "together"
  | "first"
  | "conversation"
  | "done";

type Where = Pick<TrainerState, "stage" | "round">;

/** The screen that belongs to where the session is. */
export function screenOf({ stage, round }: Where): Screen {
  if (stage !== "round" || !round) return stage === "round" ? "waiting" : stage;
  const { state, together } = round.view;
  switch (state) {
    case "open":
      return together ? "together" : "lobby";
    case "closed":
      return "first";
    case "discussion":
    case "planned":
      return "conversation";
    case "archived":
      return "done";
  }
}

/** Differs between two screens; both states of the conversation are one, so that it keeps what is typed. */
export const screenKey = (state: Where): string =>
  `${screenOf(state)} ${state.round?.view.id ?? ""}`;

/** The step that a conversation is at; nothing before and after it. */
export function stepOf(state: Where): string | undefined {
  return screenOf(state) === "conversation" ? state.round?.view.step : undefined;
}

/** How many people joined, and how many of them are ready. */
export function sumsOf({ counts }: Pick<TrainerSession, "counts">) {
  return {
    joined: counts.reduce((sum, count) => sum + count.joined, 0),
    ready: counts.reduce((sum, count) => sum + count.finished, 0),
  };
}

type AboutRound = Extract<TrainerRequest, { session: number }>;
type WithoutWho<One> = One extends AboutRound ? Omit<One, "number" | "token" | "session"> : never;

/** A question about a round; the round and the trainer left out. */
export type RoundQuestion = WithoutWho<AboutRound>;

/** Why there is no answer; nothing when there is one. */
export const reasonOf = (reply: TrainerReply): string | undefined =>
  reply.kind === "fault" ? reply.reason : undefined;

/** What is told when an answer is none; empty when it is one. */
export const faultOf = (reply: TrainerReply): string =>
  reply.kind === "fault" ? reply.message : "";
