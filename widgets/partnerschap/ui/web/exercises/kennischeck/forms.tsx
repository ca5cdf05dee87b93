// The four ways to answer a check question.

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import { mixed, shuffled } from "../../lib/shuffle";
import {
  type Answer,
  type Answering,
  type ChoiceQuestion,
  firstOrder,
  type MatchQuestion,
  type OrderQuestion,
  type Question,
  readChoice,
  readMatches,
  readOrder,
} from "./quiz";
import "../../controls/buttons.css";
import "../../controls/fields.css";

interface FormProps<Kind extends Question> {
  question: Kind;
  onChoose: (answer: Answer) => void;
}

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

function Fieldset({ question, children }: { question: Question; children: ComponentChildren }) {
  const { word } = useApp();
  return (
    <fieldset>
      <legend>
        {question.question}
        <span class="ps-hint">{word(`kennischeck.hint_${question.kind}`)}</span>
      </legend>
      {children}
    </fieldset>
  );
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

type Way = "up" | "down";

/** Lines to put in an order. */
function OrderForm({ question, onChoose }: FormProps<OrderQuestion>) {
  const { word, say } = useApp();
  const { memory } = useProgress<Answering>();
  const { id, options } = question;
  const total = options.length;
  const order = readOrder(question, memory.answers[id]) ?? firstOrder(question, memory.seed);
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<{ to: number; way: Way } | null>(null);

  // Who moves a line goes along with it; at the end of the list the button that was used is out of use.
  useLayoutEffect(() => {
    if (!moved.current) return;
    const { to, way } = moved.current;
    moved.current = null;
    const row = list.current?.children[to];
    const same = row?.querySelector<HTMLElement>(`[data-way=${way}]:enabled`);
    (same ?? row?.querySelector<HTMLElement>("button:enabled"))?.focus();
  });

  const move = (from: number, way: Way) => {
    const index = order[from];
    const others = order.filter((one) => one !== index);
    const to = way === "up" ? from - 1 : from + 1;
    moved.current = { to, way };
    onChoose([...others.slice(0, to), index, ...others.slice(to)]);
    say(word("kennischeck.moved", { n: to + 1, total, text: options[index].text }));
  };
  return (
    <Fieldset question={question}>
      <ol class="ps-order" ref={list}>
        {order.map((index, position) => (
          <li key={index}>
            <span class="ps-order-text">{options[index].text}</span>
            <span class="ps-movers">
              {(["up", "down"] as const).map((way) => (
                <button
                  key={way}
                  type="button"
                  class="ps-button"
                  data-way={way}
                  aria-label={word(`kennischeck.${way}_of`, { text: options[index].text })}
                  disabled={position === (way === "up" ? 0 : total - 1)}
                  onClick={() => move(position, way)}
                >
                  <span aria-hidden="true">{way === "up" ? "↑ " : "↓ "}</span>
                  {word(`kennischeck.${way}`)}
                </button>
              ))}
            </span>
          </li>
        ))}
      </ol>
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
