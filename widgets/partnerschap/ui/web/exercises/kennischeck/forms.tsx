// The four ways to answer a check question.

import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import { mixed, shuffled } from "../../lib/shuffle";
import { Fieldset, type FormProps } from "./fieldset";
import { OrderForm } from "./order-form";
import {
  type Answering,
  type ChoiceQuestion,
  type MatchQuestion,
  type Question,
  readChoice,
  readMatches,
} from "./quiz";
import "../../controls/fields.css";

export function AnswerForm({ question, onChoose }: FormProps<Question>) {
  switch (question.kind) {
    case "order":
      return <OrderForm question={question} onChoose={onChoose} />;
    case "match":
      return <MatchForm question={question} onChoose={onChoose} />;
    default:
      return <ChoiceForm question={question} onChoose={onChoose} />;
  }
}

/** Options to tick: one of them, or several. */
function ChoiceForm({ question, onChoose }: FormProps<ChoiceQuestion>) {
  const { memory } = useProgress<Answering>();
  const { id, kind, options } = question;
  const chosen = readChoice(question, memory.answers[id]);
  const change = (index: number, isChecked: boolean) => {
    const others = chosen.filter((one) => one !== index);
    if (kind === "single") onChoose(index);
    else onChoose(isChecked ? [...others, index] : others);
  };
  return (
    <Fieldset question={question}>
      {shuffled(options.length, memory.seed, id).map((index) => (
        <label class="ps-choice" key={index}>
          <input
            type={kind === "single" ? "radio" : "checkbox"}
            name={id}
            value={index}
            checked={chosen.includes(index)}
            onChange={(event) => change(index, event.currentTarget.checked)}
          />
          <span>{options[index].text}</span>
        </label>
      ))}
    </Fieldset>
  );
}

/** For each left side the right side that belongs to it. */
function MatchForm({ question, onChoose }: FormProps<MatchQuestion>) {
  const { word } = useApp();
  const { memory } = useProgress<Answering>();
  const { id, pairs } = question;
  const matches = readMatches(question, memory.answers[id]);
  const rights = mixed(pairs.length, memory.seed, `${id}-right`);
  const change = (left: number, value: string) => {
    const right = value === "" ? null : Number(value);
    onChoose(matches.map((one, index) => (index === left ? right : one)));
  };
  return (
    <Fieldset question={question}>
      {shuffled(pairs.length, memory.seed, `${id}-left`).map((left) => {
        const right = matches[left];
        return (
          <div class="ps-match" key={left}>
            <label for={`${id}-${left}`}>{pairs[left].left}</label>
            <div>
              <select
                id={`${id}-${left}`}
                value={right ?? ""}
                onChange={(event) => change(left, event.currentTarget.value)}
              >
                <option value="">{word("kennischeck.choose_one")}</option>
                {rights.map((one) => (
                  <option key={one} value={one}>
                    {pairs[one].right}
                  </option>
                ))}
              </select>
              <p class="ps-match-chosen" aria-hidden="true">
                {right !== null && pairs[right].right}
              </p>
            </div>
          </div>
        );
      })}
    </Fieldset>
  );
}
