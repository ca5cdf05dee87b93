// The answers of a check question in the place where they were chosen, each with a sign and a thought.
// What was not chosen is folded.

import type { ComponentChildren } from "preact";
import { Mark, type MarkKind } from "../../controls/mark";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import { shuffled } from "../../lib/shuffle";
import {
  type Answering,
  type ChoiceQuestion,
  isRight,
  type MatchQuestion,
  type OrderQuestion,
  type Question,
  readChoice,
  readMatches,
  readOrder,
} from "./quiz";
import "./review.css";

interface ReviewProps<Kind extends Question> {
  question: Kind;
  /** Whether every thought is there to read at once. */
  isWhole?: boolean;
}

export function Review({ question, isWhole }: ReviewProps<Question>) {
  switch (question.kind) {
    case "order":
      return <OrderReview question={question} isWhole={isWhole} />;
    case "match":
      return <MatchReview question={question} isWhole={isWhole} />;
    default:
      return <ChoiceReview question={question} isWhole={isWhole} />;
  }
}

function ChoiceReview({ question, isWhole = false }: ReviewProps<ChoiceQuestion>) {
  const { word } = useApp();
  const { memory } = useProgress<Answering>();
  const { id, options } = question;
  const chosen = readChoice(question, memory.answers[id]);
  return (
    <ul class="ps-review">
      {shuffled(options.length, memory.seed, id).map((index) => {
        const { text, correct, feedback } = options[index];
        const isChosen = chosen.includes(index);
        const kind = correct ? "good" : isChosen ? "other" : "open";
        const marks = (
          <>
            {isChosen && <Badge>{word("kennischeck.chosen")}</Badge>}{" "}
            <Badge good={correct}>
              {word(correct ? "kennischeck.fits" : "kennischeck.fits_less")}
            </Badge>
          </>
        );
        return (
          <Entry key={index} {...{ kind, text, marks, feedback }} isOpen={isWhole || isChosen} />
        );
      })}
    </ul>
  );
}

function OrderReview({ question, isWhole = false }: ReviewProps<OrderQuestion>) {
  const { word } = useApp();
  const { memory } = useProgress<Answering>();
  const order = readOrder(question, memory.answers[question.id]) ?? [];
  const isAllGood = isRight(question, order);
  return (
    <ol class="ps-review">
      {question.options.map(({ text, feedback }, index) => {
        const found = order.indexOf(index);
        const isGood = found === index;
        const mark = isGood
          ? word("kennischeck.here")
          : word("kennischeck.elsewhere", { n: found + 1 });
        return (
          <Entry
            key={text}
            kind={isGood ? "good" : "other"}
            text={text}
            marks={<Badge good={isGood}>{mark}</Badge>}
            feedback={feedback}
            isOpen={isWhole || isAllGood || !isGood}
          />
        );
      })}
    </ol>
  );
}

function MatchReview({ question, isWhole = false }: ReviewProps<MatchQuestion>) {
  const { word } = useApp();
  const { memory } = useProgress<Answering>();
  const { pairs } = question;
  const kept = memory.answers[question.id];
  const matches = readMatches(question, kept);
  const isAllGood = isRight(question, kept);
  return (
    <ul class="ps-review">
      {pairs.map(({ left, right, feedback }, index) => {
        const chosen = matches[index] ?? index;
        const isGood = chosen === index;
        const mark = isGood
          ? word("kennischeck.together")
          : word("kennischeck.apart", { text: pairs[chosen].right });
        const text = (
          <>
            {left} <span class="ps-hint">{word("kennischeck.belongs")}</span> {right}
          </>
        );
        return (
          <Entry
            key={left}
            kind={isGood ? "good" : "other"}
            text={text}
            marks={<Badge good={isGood}>{mark}</Badge>}
            feedback={feedback}
            isOpen={isWhole || isAllGood || !isGood}
          />
        );
      })}
    </ul>
  );
}

const Badge = ({ good = false, children }: { good?: boolean; children: ComponentChildren }) => (
  <span class={good ? "ps-badge ps-quick" : "ps-badge"}>{children}</span>
);

interface EntryProps {
  kind: MarkKind;
  text: ComponentChildren;
  marks: ComponentChildren;
  feedback: string;
  isOpen: boolean;
}

function Entry({ kind, text, marks, feedback, isOpen }: EntryProps) {
  return (
    <li class={`ps-review-${kind}`}>
      <details open={isOpen}>
        <summary>
          <Mark kind={kind} />{" "}
          <span>
            <span class="ps-review-text">{text}</span> <span class="ps-review-marks">{marks}</span>
          </span>
        </summary>
        <p class="ps-review-thought">{feedback}</p>
      </details>
    </li>
  );
}
