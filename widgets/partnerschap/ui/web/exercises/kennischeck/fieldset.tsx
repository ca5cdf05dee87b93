// A check question as a group of fields, with a line that says how it is answered.

import type { ComponentChildren } from "preact";
import { useApp } from "../../lib/app";
import type { Answer, Question } from "./quiz";

export interface FormProps<Kind extends Question> {
  question: Kind;
  onChoose: (answer: Answer) => void;
}

export function Fieldset({
  question,
  children,
}: {
  question: Question;
  children: ComponentChildren;
}) {
  const { word } = useApp();
  return (
    <fieldset>
      <legend>
        {question.question} <span class="ps-hint">{word(`kennischeck.hint_${question.kind}`)}</span>
      </legend>
      {children}
    </fieldset>
  );
}
