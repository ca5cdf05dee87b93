// The form: one area at a time, with free movement between the areas.
//
// `Statements` is for somebody alone and for who takes part in a team session. It keeps nothing: the
// answers and the area that is open are the exercise's. A change of `area` moves the reader to the
// heading of that area, an `h2`.

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button, Buttons } from "../controls/buttons";
import { Problem } from "../controls/feedback";
import { useApp } from "../lib/app";
import { moveTo } from "../lib/focus";
import type { Area, FormItem } from "../protocol";
import { type Answer, type Answers, areaColour, type FormContent } from "./content";
import { Question } from "./question";
import "../styles/steps.css";
import "./statements.css";

interface StatementsProps {
  content: FormContent;
  /** What is asked; at least one. */
  items: readonly FormItem[];
  /** An item as this reader reads it. */
  statement: (item: FormItem) => string;
  answers: Answers;
  /** Position of the area that is open, among those that are asked; one too far is the last. */
  area: number;
  onArea: (position: number) => void;
  /** Keep an answer; null takes it away. */
  onAnswer: (item: FormItem, answer: Answer | null) => void;
  /** Says beside the progress whether the answers are kept. */
  status?: ComponentChildren;
  /** On the button behind the last area. */
  finishWord: string;
  onFinish: () => void;
  /** Stays above every area. */
  above?: ComponentChildren;
  /** Buttons below the form. */
  children?: ComponentChildren;
}

export function Statements(props: StatementsProps) {
  const { items, statement, answers, onAnswer, onArea, onFinish } = props;
  const { word } = useApp();
  const [isRefused, setRefused] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const areas = props.content.areas.filter(({ id }) => items.some((item) => item.area === id));
  const position = Math.min(props.area, areas.length - 1);
  const area = areas[position];
  const done = countAnswered(items, answers);
  const left = items.length - done;

  const before = useRef(position);
  useLayoutEffect(() => {
    if (before.current !== position && heading.current) moveTo(heading.current);
    before.current = position;
  }, [position]);

  if (!area) return null;
  const answer = (item: FormItem, value: Answer | null) => {
    setRefused(false);
    onAnswer(item, value);
  };
  const finish = () => {
    setRefused(done === 0);
    if (done > 0) onFinish();
  };
  return (
    <>
      {props.above}
      <div class="ps-progress">
        <p>
          <span>{word("form.progress", { done, total: items.length })}</span>
          {props.status}
        </p>
        <progress max={items.length} value={done} aria-hidden="true" />
        <nav aria-label={word("form.areas")}>
          <ol class="ps-steps">
            {areas.map((one, at) => (
              <AreaStep
                key={one.id}
                area={one}
                items={items.filter((item) => item.area === one.id)}
                answers={answers}
                isOpen={at === position}
                onOpen={() => onArea(at)}
              />
            ))}
          </ol>
        </nav>
      </div>
      <div key={area.id} style={areaColour(area.id)}>
        <p class="ps-hint">
          {word("form.area_position", { position: position + 1, total: areas.length })}
        </p>
        <h2 ref={heading}>{area.name}</h2>
        <p class="ps-area-short">{area.short}</p>
        {items
          .filter((item) => item.area === area.id)
          .map((item) => (
            <Question
              key={item.id}
              content={props.content}
              item={item}
              statement={statement(item)}
              given={answers[item.id]}
              onAnswer={(value) => answer(item, value)}
            />
          ))}
        <Buttons>
          {position > 0 && (
            <Button onClick={() => onArea(position - 1)}>{word("form.previous")}</Button>
          )}
          {position < areas.length - 1 ? (
            <Button main onClick={() => onArea(position + 1)}>
              {word("form.next")}
            </Button>
          ) : (
            <Button main onClick={finish}>
              {props.finishWord}
            </Button>
          )}
        </Buttons>
      </div>
      <p class="ps-hint">
        {left === 0
          ? ""
          : left === 1
            ? word("form.open_one")
            : word("form.open_many", { open: left })}
      </p>
      <Problem text={isRefused ? word("form.nothing") : ""} />
      <Buttons quiet>{props.children}</Buttons>
    </>
  );
}

interface AreaStepProps {
  area: Area;
  /** Those of the area. */
  items: readonly FormItem[];
  answers: Answers;
  isOpen: boolean;
  onOpen: () => void;
}

/** The button of an area, with how far it is. */
function AreaStep({ area, items, answers, isOpen, onOpen }: AreaStepProps) {
  const { word } = useApp();
  const done = countAnswered(items, answers);
  const text = word("form.area_progress", { name: area.name, done, total: items.length });
  return (
    <li>
      <button
        type="button"
        class={done === items.length ? "ps-step ps-step-done" : "ps-step"}
        style={areaColour(area.id)}
        aria-current={isOpen ? "step" : undefined}
        aria-label={text}
        title={text}
        onClick={onOpen}
      >
        <strong aria-hidden="true" translate={false}>
          {area.name[0]}
        </strong>
        <span aria-hidden="true">{`${done}/${items.length}`}</span>
      </button>
    </li>
  );
}

const countAnswered = (items: readonly FormItem[], answers: Answers) =>
  items.filter(({ id }) => id in answers).length;
