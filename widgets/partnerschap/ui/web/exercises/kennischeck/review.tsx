// The answers of a check question, with what was chosen and a thought at each.

import type { ComponentChildren } from "preact";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import { shuffled } from "../../lib/shuffle";
import {
  type Answering,
  type ChoiceQuestion,
  type MatchQuestion,
  type OrderQuestion,
  type Question,
  readChoice,
  readMatches,
  readOrder,
} from "./quiz";

export function Review({ question }: { question: Question }) {
  switch (question.kind) {
    case "order":
      return <OrderReview question={question} />;
    case "match":
      return <MatchReview question={question} />;
    default:
      return <ChoiceReview question={question} />;
  }
}

function ChoiceReview({ question }: { question: ChoiceQuestion }) {
  const { word } = useApp();
  const { memory } = useProgress<Answering>();
  const { id, options } = question;
  const chosen = readChoice(question, memory.answers[id]);
  return (
    <ul class="ps-review">
      {shuffled(options.length, memory.seed, id).map((index) => {
        const { text, correct, feedback } = options[index];
        const marks = (
          <>
            {chosen.includes(index) && <Badge>{word("kennischeck.chosen")}</Badge>}
            <Badge good={correct}>
              {word(correct ? "kennischeck.fits" : "kennischeck.fits_less")}
            </Badge>
          </>
        );
        return <Entry key={index} text={text} marks={marks} feedback={feedback} />;
      })}
    </ul>
  );
}

function OrderReview({ question }: { question: OrderQuestion }) {
  const { word } = useApp();
  const { memory } = useProgress<Answering>();
  const order = readOrder(question, memory.answers[question.id]) ?? [];
  return (
    <ol class="ps-review">
      {question.options.map(({ text, feedback }, index) => {
        const found = order.indexOf(index);
        const mark =
          found === index
            ? word("kennischeck.here")
            : word("kennischeck.elsewhere", { n: found + 1 });
        const marks = <Badge good={found === index}>{mark}</Badge>;
        return <Entry key={text} text={text} marks={marks} feedback={feedback} />;
      })}
    </ol>
  );
}

function MatchReview({ question }: { question: MatchQuestion }) {
  const { word } = useApp();
  const { memory } = useProgress<Answering>();
  const { pairs } = question;
  const matches = readMatches(question, memory.answers[question.id]);
  return (
    <ul class="ps-review">
      {pairs.map(({ left, right, feedback }, index) => {
        const chosen = matches[index] ?? index;
        const isSame = chosen === index;
        const mark = isSame
          ? word("kennischeck.together")
          : word("kennischeck.apart", { text: pairs[chosen].right });
        const text = (
          <>
            {left}
            <span class="ps-hint">{word("kennischeck.belongs")}</span>
            {right}
          </>
        );
        const marks = <Badge good={isSame}>{mark}</Badge>;
        return <Entry key={left} text={text} marks={marks} feedback={feedback} />;
      })}
    </ul>
  );
}

function Badge({ good = false, children }: { good?: boolean; children: ComponentChildren }) {
  return (
    <span class={good ? "ps-badge ps-quick" : "ps-badge"}>
      {good && <span aria-hidden="true">✓ </span>}
      {children}
    </span>
  );
}

interface EntryProps {
  text: ComponentChildren;
  marks: ComponentChildren;
  feedback: string;
}

function Entry({ text, marks, feedback }: EntryProps) {
  return (
    <li>
      <p class="ps-review-text">{text}</p>
      <p>{marks}</p>
      <p class="ps-review-thought">{feedback}</p>
    </li>
  );
}
