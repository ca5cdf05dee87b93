// One check question: first the form to answer it, then in the same place the answers with a thought
// at each.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button, Buttons } from "../../controls/buttons";
import { PrivacyNote, Problem } from "../../controls/feedback";
import { LastRow } from "../../controls/last-row";
import { Mark } from "../../controls/mark";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import { Dots, type ModuleProps, OtherModule, useAsked } from "./asked";
import { CourseLink } from "./book";
import { AnswerForm } from "./forms";
import {
  type Answer,
  isRight,
  type Question,
  type QuizContent,
  type QuizMemory,
  standingAnswer,
  wholeAnswer,
} from "./quiz";
import { Review } from "./review";

export function QuestionScreen({ module, ask }: ModuleProps) {
  const { word } = useApp();
  const { memory, go } = useProgress<QuizMemory>();
  const { questions, total, done } = useAsked(module);
  const at = Math.min(Math.max(memory.at, 0), total - 1);
  const question = questions[at];
  const { id } = question;
  const isOpen = memory.open.includes(id) && wholeAnswer(question, memory.answers[id]) !== null;
  const block = useRef<HTMLElement>(null);
  const wasOpen = useRef(isOpen);

  // The button that was pressed is gone; who pressed it goes on at what took its place.
  useLayoutEffect(() => {
    if (wasOpen.current === isOpen) return;
    wasOpen.current = isOpen;
    const next = isOpen ? ".ps-main" : "input, select, button";
    block.current?.querySelector<HTMLElement>(next)?.focus({ preventScroll: isOpen });
    // It is the thought that is new, not the button.
    if (isOpen) block.current?.querySelector(".ps-verdict")?.scrollIntoView({ block: "nearest" });
  }, [isOpen]);

  const further = () => (at + 1 < total ? go("questions", { at: at + 1 }) : go("overview"));
  return (
    <>
      <h2 id={`heading-${id}`}>
        <span class="ps-over">{word("kennischeck.heading", { title: module.title })}</span>{" "}
        {word("kennischeck.question_of", { n: at + 1, total })}
      </h2>
      <Dots questions={questions} at={at} done={done} />
      {done === 0 && <p class="ps-hint">{word("kennischeck.intro")}</p>}
      <section class="ps-question" aria-labelledby={`heading-${id}`} ref={block}>
        {isOpen ? (
          <Reviewed question={question} isLast={at + 1 === total} further={further} />
        ) : (
          <Asked key={id} question={question} number={at + 1} />
        )}
      </section>
      <Buttons>
        <Button onClick={() => go("overview")}>{word("kennischeck.to_overview")}</Button>
        <OtherModule ask={ask} />
      </Buttons>
      <PrivacyNote id="kennischeck.private" />
      <LastRow />
    </>
  );
}

function Asked({ question, number }: { question: Question; number: number }) {
  const { word } = useApp();
  const { memory, keep } = useProgress<QuizMemory>();
  const [problem, setProblem] = useState("");
  const form = useRef<HTMLDivElement>(null);
  const { id, kind } = question;
  const { answers, open, done } = memory;

  const choose = (answer: Answer) => {
    setProblem("");
    keep({ answers: { ...answers, [id]: answer } });
  };
  const look = () => {
    const answer = standingAnswer(question, memory);
    if (answer === null) {
      setProblem(word(kind === "match" ? "kennischeck.nothing_match" : "kennischeck.nothing"));
      const fields = form.current?.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
        "input, select",
      );
      const isEmpty = (field: { value: string }) => kind !== "match" || field.value === "";
      Array.from(fields ?? [])
        .find(isEmpty)
        ?.focus();
      return;
    }
    keep({
      answers: { ...answers, [id]: answer },
      open: [...open, id],
      done: [...done.filter((one) => one !== id), id],
    });
  };

  return (
    <>
      <div ref={form}>
        <AnswerForm question={question} onChoose={choose} />
      </div>
      <Problem text={problem} />
      <Buttons>
        <Button main onClick={look} aria-label={word("kennischeck.look_of", { n: number })}>
          {word("kennischeck.look")}
        </Button>
      </Buttons>
    </>
  );
}

interface ReviewedProps {
  question: Question;
  isLast: boolean;
  further: () => void;
}

function Reviewed({ question, isLast, further }: ReviewedProps) {
  const { word } = useApp();
  const { memory, keep } = useProgress<QuizMemory>();
  const { id, kind } = question;
  const isGood = isRight(question, memory.answers[id]);
  const retry = () => keep({ open: memory.open.filter((one) => one !== id) });
  return (
    <>
      <p class="ps-asked">{question.question}</p>
      <p class={`ps-verdict ps-verdict-${isGood ? "good" : "other"}`} id={`verdict-${id}`}>
        <Mark kind={isGood ? "good" : "other"} />{" "}
        {word(`kennischeck.${isGood ? "right" : "other"}_${kind}`)}
      </p>
      <Review question={question} />
      <Revisits modules={question.revisits} />
      <Buttons>
        {/* Who does not see the screen hears how it went where the way goes on. */}
        <Button main onClick={further} aria-describedby={`verdict-${id}`}>
          {word(isLast ? "kennischeck.to_overview" : "kennischeck.next")}
        </Button>
        <Button onClick={retry}>{word("kennischeck.retry")}</Button>
      </Buttons>
    </>
  );
}

/** The earlier modules that a question comes back to. */
function Revisits({ modules }: { modules: readonly string[] }) {
  const { content, word } = useApp<QuizContent>();
  const found = content.modules.filter(({ id }) => modules.includes(id));
  if (found.length === 0) return null;
  return (
    <p class="ps-hint">
      {word("kennischeck.revisits")}{" "}
      {found.map(({ id, number, title }, index) => (
        <span key={id}>
          {index > 0 && ", "}
          <CourseLink page={id}>{word("kennischeck.module", { n: number, title })}</CourseLink>
        </span>
      ))}
    </p>
  );
}
