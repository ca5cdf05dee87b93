// The questions of a module that are asked now, and what all its screens show of them.

import { useEffect } from "preact/hooks";
import { Saved } from "../../controls/feedback";
import { Mark } from "../../controls/mark";
import { ModuleLink } from "../../controls/module-link";
import { useApp } from "../../lib/app";
import type { AskModule } from "../../lib/asked-module";
import { isInPage, tellBook } from "../../lib/host";
import { useProgress } from "../../lib/screens";
import { shuffled } from "../../lib/shuffle";
import { askedNow } from "./draw";
import {
  countDone,
  type Question,
  type QuizContent,
  type QuizMemory,
  type QuizModule,
  standingOf,
} from "./quiz";
import "./asked.css";

/** What a screen of a module is given. */
export interface ModuleProps {
  module: QuizModule;
  ask: AskModule;
}

/** The questions that are asked now, in their order, and how many were looked at. */
export function useAsked({ id, questions: pool }: QuizModule) {
  const { content } = useApp<QuizContent>();
  const { memory, keep } = useProgress<QuizMemory>();
  const drawn = askedNow(pool, memory, content.drawn);
  const total = drawn.length;
  const questions = shuffled(total, memory.seed, id).map((index) => drawn[index]);
  const done = countDone(drawn, memory.done);
  const isAllDone = done === total;

  useEffect(() => {
    if (!isAllDone) return;
    tellBook({ what: "check", module: id });
    if (!memory.finished) keep({ finished: true });
  }, [isAllDone, memory.done]);

  return { questions, total, done, isAllDone };
}

interface DotsProps {
  questions: readonly Question[];
  /** Of the question that is on the screen, if one is. */
  at?: number;
  done: number;
}

/** A dot for each question: how it stands, and the way to it. */
export function Dots({ questions, at, done }: DotsProps) {
  const { word } = useApp();
  const { memory, go } = useProgress<QuizMemory>();
  return (
    <nav class="ps-dots" aria-label={word("kennischeck.dots")}>
      <ol>
        {questions.map((question, index) => {
          const standing = standingOf(question, memory);
          return (
            <li key={question.id}>
              <button
                type="button"
                aria-current={index === at ? "step" : undefined}
                aria-label={word(`kennischeck.dot_${standing}`, { n: index + 1 })}
                onClick={() => go("questions", { at: index })}
              >
                <Mark kind={standing} />
              </button>
            </li>
          );
        })}
      </ol>
      <p>
        {word("kennischeck.progress", { done, total: questions.length })} <Saved />
      </p>
    </nav>
  );
}

/** The way to another module; inside the book the page itself is about one. */
export function OtherModule({ ask }: { ask: AskModule }) {
  const { word } = useApp();
  if (isInPage()) return null;
  return (
    <ModuleLink module={null} ask={ask} classes="ps-button ps-link">
      {word("kennischeck.other_module")}
    </ModuleLink>
  );
}
