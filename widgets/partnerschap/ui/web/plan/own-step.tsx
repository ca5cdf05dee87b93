// A step that nobody suggested.

import { useRef, useState } from "preact/hooks";
import { Buttons } from "../controls/buttons";
import { Problem } from "../controls/feedback";
import { useApp } from "../lib/app";
import { LIMITS } from "../protocol";
import type { EditablePlan } from "./editable-plan";
import { AreaField, type StepLabels, WhatField, WhoWhenFields } from "./fields";
import { draftOf, fieldsOf, isFull, NO_FIELDS, problemOf, type StepDraft } from "./step";

interface OwnStepProps {
  plan: EditablePlan;
  labels: StepLabels;
  /** On the button. */
  addWord: string;
  /** What is asked beside what is done: where it belongs, or who does it and when. */
  asks: "place" | "agreement";
  /** Of the form. */
  classes?: string;
  heading?: string;
}

export function OwnStepForm(props: OwnStepProps) {
  const { plan, labels, addWord, asks, classes = "", heading } = props;
  const { word, say } = useApp();
  const [draft, setDraft] = useState<StepDraft>(() => draftOf(NO_FIELDS));
  const [problem, setProblem] = useState("");
  const what = useRef<HTMLTextAreaElement>(null);
  const change = (changes: Partial<StepDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const handlers = { draft, onType: change, onHold: change, onSet: change };

  const add = async () => {
    const wrong = problemOf(draft);
    const full = isFull(plan.steps()) ? word("plan.full", { limit: LIMITS.planSteps }) : "";
    setProblem(wrong ? word(wrong) : full);
    if (wrong || full) return what.current?.focus();
    const step = fieldsOf(draft);
    const { isOk, message = "" } = await plan.add(`own ${JSON.stringify(step)}`, step);
    if (!isOk) return setProblem(message);
    // What was typed meanwhile is a next step.
    setDraft((now) => (now === draft ? draftOf(NO_FIELDS) : now));
    say(word("exercise.added", { text: step.text }));
    what.current?.focus();
  };
  return (
    <form
      class={`ps-own-step ${classes}`.trim()}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      {heading && <h4>{heading}</h4>}
      <WhatField label={labels.text} field={what} {...handlers} />
      {asks === "place" ? (
        <AreaField chosen={draft.area} onChoose={(area) => change({ area })} />
      ) : (
        <WhoWhenFields label={labels.owner} {...handlers} />
      )}
      <Problem text={problem} />
      <Buttons>
        <button class="ps-button" type="submit">
          {addWord}
        </button>
      </Buttons>
    </form>
  );
}
