// The closing test: questions of all modules, one attempt, a count at the end. What is asked and answered
// is remembered by this browser, and is told to nobody.

import { type Answering, isRight, type Question, type QuizModule, wholeAnswer } from "./quiz";

/** What an address asks for in the place of a module to get the test. */
export const TEST = "toets";

/** What is remembered of the test. */
export interface TestMemory extends Answering {
  /** The questions in the order in which they are asked; none before the first attempt. */
  asked: string[];
  /** Which of them is on the screen, from 0. */
  at: number;
  /** How many times somebody began. */
  attempt: number;
  /** The day on which the answers were handed in, as 2026-11-26; empty until then. */
  day: string;
}

export const NO_TEST: TestMemory = { seed: 0, answers: {}, asked: [], at: 0, attempt: 0, day: "" };

/** A question with the module that it is of. */
export interface TestQuestion {
  question: Question;
  module: QuizModule;
}

/** What is asked, as far as the content still has it. */
export function questionsOf(modules: readonly QuizModule[], asked: readonly string[]) {
  const all = modules.flatMap((module) =>
    module.questions.map((question): [string, TestQuestion] => [question.id, { question, module }]),
  );
  const byId = new Map(all);
  return asked.flatMap((id) => byId.get(id) ?? []);
}

type Answers = Answering["answers"];

/** The numbers, as a reader counts, of what has no whole answer yet. */
export const openNumbers = (questions: readonly TestQuestion[], answers: Answers): number[] =>
  questions.flatMap(({ question }, index) =>
    wholeAnswer(question, answers[question.id]) === null ? [index + 1] : [],
  );

/** What was not answered as the makers had in mind. */
export const missed = (questions: readonly TestQuestion[], answers: Answers) =>
  questions.filter(({ question }) => !isRight(question, answers[question.id]));

/** How many answers must be right; `isWrong` when what is said is no number of questions. */
export interface Norm {
  norm: number | null;
  isWrong: boolean;
}

/** The norm that an address sets; most set none. */
export function normIn(search: string, total: number): Norm {
  const said = new URLSearchParams(search).get("norm");
  const norm = /^\d{1,3}$/.test(said ?? "") ? Number(said) : 0;
  const fits = norm >= 1 && norm <= total;
  return { norm: fits ? norm : null, isWrong: said !== null && !fits };
}
