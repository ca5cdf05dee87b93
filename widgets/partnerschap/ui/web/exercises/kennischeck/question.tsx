// One check question: first the form to answer it, then the answers with a thought at each.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button, Buttons } from "../../controls/buttons";
import { Problem } from "../../controls/feedback";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
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

interface QuestionBlockProps {
  question: Question;
  /** As the reader counts. */
  number: number;
}

export function QuestionBlock({ question, number }: QuestionBlockProps) {
  const { word } = useApp();
  const { memory } = useProgress<QuizMemory>();
  const { id } = question;
  const isOpen = memory.open.includes(id) && wholeAnswer(question, memory.answers[id]) !== null;
  const block = useRef<HTMLElement>(null);
  const wasOpen = useRef(isOpen);

  // The button that was pressed is gone; who pressed it goes on at what took its place.
  useLayoutEffect(() => {
    if (wasOpen.current === isOpen) return;
    wasOpen.current = isOpen;
    const next = isOpen ? ".ps-verdict" : "input, select, button";
    block.current?.querySelector<HTMLElement>(next)?.focus();
  }, [isOpen]);

  return (
    <section class="ps-question" aria-labelledby={`heading-${id}`} ref={block}>
      <h3 id={`heading-${id}`}>{word("kennischeck.question", { n: number })}</h3>
      {isOpen ? (
        <Reviewed question={question} number={number} />
      ) : (
        <Asked question={question} number={number} />
      )}
    </section>
  );
}

function Asked({ question, number }: QuestionBlockProps) {
  const { word } = useApp();
  const { memory, keep } = useProgress<QuizMemory>();
  const [problem, setProblem] = useState("");
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
      <AnswerForm question={question} onChoose={choose} />
      <Problem text={problem} />
      <Buttons>
        <Button main onClick={look} aria-label={word("kennischeck.look_of", { n: number })}>
          {word("kennischeck.look")}
        </Button>
      </Buttons>
    </>
  );
}

function Reviewed({ question, number }: QuestionBlockProps) {
  const { word } = useApp();
  const { memory, keep } = useProgress<QuizMemory>();
  const { id, kind } = question;
  const verdict = isRight(question, memory.answers[id]) ? "right" : "other";
  const retry = () => keep({ open: memory.open.filter((one) => one !== id) });
  return (
    <>
      <p class="ps-asked">{question.question}</p>
      <p class="ps-verdict" tabIndex={-1}>
        {word(`kennischeck.${verdict}_${kind}`)}
      </p>
      <Review question={question} />
      <Revisits modules={question.revisits} />
      <Buttons>
        <Button onClick={retry} aria-label={word("kennischeck.retry_of", { n: number })}>
          {word("kennischeck.retry")}
        </Button>
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
