// One item of a form with its answers.

import { useRef } from "preact/hooks";
import { useApp } from "../lib/app";
import type { FormItem } from "../protocol";
import { type Answer, type FormContent, pointsOf } from "./content";
import "../controls/buttons.css";
import "../controls/fields.css";
import "./question.css";

interface QuestionProps {
  content: FormContent;
  item: FormItem;
  statement: string;
  given: Answer | undefined;
  /** Null takes the answer away. */
  onAnswer: (answer: Answer | null) => void;
}

export function Question({ content, item, statement, given, onAnswer }: QuestionProps) {
  const { word } = useApp();
  const fieldset = useRef<HTMLFieldSetElement>(null);
  const clear = () => {
    // The button goes away, and the focus with it.
    fieldset.current?.querySelector("input")?.focus();
    onAnswer(null);
  };
  const option = (name: string, value: Answer) => (
    <label class="ps-option" key={value}>
      <input
        type="radio"
        name={`answer-${item.id}`}
        value={value}
        checked={given === value}
        onChange={() => onAnswer(value)}
      />
      <span>{name}</span>
    </label>
  );
  return (
    <fieldset class="ps-item" ref={fieldset}>
      <legend>{statement}</legend>
      <div class="ps-scale">
        {pointsOf(content, item).map((name, position) => option(name, position + 1))}
      </div>
      <div class="ps-extra">
        <span class="ps-hint">{word("form.extra")}</span>
        {content.extra_answers.map(({ id, name }) => option(name, id))}
        <button
          type="button"
          class="ps-clear"
          aria-label={word("form.clear_of", { statement })}
          hidden={given === undefined}
          onClick={clear}
        >
          {word("form.clear")}
        </button>
      </div>
    </fieldset>
  );
}
