// The check questions as they stand in the content, and the answers to them. An answer counts options
// as the content has them: in the order that helps, and each left side beside its right side.

import { mixed } from "../../lib/shuffle";
import type {
  Match as MatchQuestion,
  Multiple,
  Order as OrderQuestion,
  QuizContent,
  QuizModule,
  Single,
} from "../../protocol";

export type { MatchQuestion, OrderQuestion, QuizContent, QuizModule };

export type ChoiceQuestion = Single | Multiple;
export type Question = QuizModule["questions"][number];

/** What the form of a question needs of what is remembered. */
export interface Answering {
  /** What every order follows from. */
  seed: number;
  /** What is chosen, by question; it may be of an older content, so it is read with `read…`. */
  answers: Record<string, unknown>;
}

/** What is remembered of a module. */
export interface QuizMemory extends Answering {
  /** All that was ever drawn, in the order in which it last was: the last ones are asked now. */
  drawn: string[];
  /** Questions whose answers are shown. */
  open: string[];
  /** Questions whose answers were shown since they were drawn. */
  done: string[];
  /** Which of them is on the screen, from 0, in the order in which they are asked. */
  at: number;
  /** Whether there was ever nothing left to look at. */
  finished: boolean;
}

/** One option; several, or all in an order; or for each left side a right side, if one is chosen. */
export type Answer = number | (number | null)[];

const isIndex = (one: unknown, size: number): one is number =>
  Number.isInteger(one) && Number(one) >= 0 && Number(one) < size;

/** Whether it is a list of different options. */
const areOptions = (kept: unknown, size: number): kept is number[] =>
  Array.isArray(kept) &&
  kept.every((one) => isIndex(one, size)) &&
  new Set(kept).size === kept.length;

/** The options that are chosen; none when what was kept does not fit the question as it is now. */
export function readChoice({ kind, options }: ChoiceQuestion, kept: unknown): number[] {
  const chosen = kind === "single" ? [kept] : kept;
  return areOptions(chosen, options.length) ? chosen : [];
}

/** The order that was made; null when there is none that fits. */
export function readOrder({ options }: OrderQuestion, kept: unknown): number[] | null {
  const size = options.length;
  return areOptions(kept, size) && kept.length === size ? kept : null;
}

/** For each left side the pair whose right side is chosen, if there is one. */
export function readMatches({ pairs }: MatchQuestion, kept: unknown): (number | null)[] {
  const size = pairs.length;
  const fits =
    Array.isArray(kept) &&
    kept.length === size &&
    kept.every((one) => one === null || isIndex(one, size));
  return fits ? kept : new Array(size).fill(null);
}

/** The order to begin with; it is never the one that helps. */
export const firstOrder = ({ id, options }: OrderQuestion, seed: number) =>
  mixed(options.length, seed, id);

/** The answer that was kept; null when there is none, or not a whole one. */
export function wholeAnswer(question: Question, kept: unknown): Answer | null {
  switch (question.kind) {
    case "single":
      return readChoice(question, kept)[0] ?? null;
    case "multiple": {
      const chosen = readChoice(question, kept);
      return chosen.length > 0 ? chosen : null;
    }
    case "order":
      return readOrder(question, kept);
    case "match": {
      const matches = readMatches(question, kept);
      return matches.includes(null) ? null : matches;
    }
  }
}

/** Whether an answer is what the makers had in mind. */
export function isRight(question: Question, kept: unknown): boolean {
  const isInPlace = (one: number | null, index: number) => one === index;
  switch (question.kind) {
    case "order":
      return readOrder(question, kept)?.every(isInPlace) ?? false;
    case "match":
      return readMatches(question, kept).every(isInPlace);
    default: {
      const chosen = readChoice(question, kept);
      return question.options.every(({ correct }, index) => correct === chosen.includes(index));
    }
  }
}

/** The answer as it stands: an order is one, also when nobody changed it. */
export function standingAnswer(question: Question, { answers, seed }: Answering): Answer | null {
  const untouched = question.kind === "order" ? firstOrder(question, seed) : null;
  return wholeAnswer(question, answers[question.id]) ?? untouched;
}

/** How a question stands: its answers were not looked at, or they were, and the answer was right or not. */
export type Standing = "good" | "other" | "open";

export function standingOf(question: Question, { answers, done }: QuizMemory): Standing {
  if (!done.includes(question.id)) return "open";
  return isRight(question, answers[question.id]) ? "good" : "other";
}

/** How many questions were looked at. */
export const countDone = (questions: readonly Question[], done: readonly string[]) =>
  questions.filter(({ id }) => done.includes(id)).length;
