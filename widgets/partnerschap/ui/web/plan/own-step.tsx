// A step that nobody suggested.

import { useRef, useState } from "preact/hooks";
import { Buttons } from "../controls/buttons";
import { Problem } from "../controls/feedback";
import { goToProblem } from "../controls/fields";
import { useApp } from "../lib/app";
import { shortened } from "../lib/words";
import { LIMITS } from "../protocol";
import type { EditablePlan } from "./editable-plan";
import { AreaField, type StepLabels, WhatField, WhoWhenFields } from "./fields";
import {
  draftOf,
  fieldsOf,
  hasProblem,
  isFull,
  NO_FIELDS,
  problemsOf,
  type StepDraft,
} from "./step";

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
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const what = useRef<HTMLTextAreaElement>(null);
  const change = (changes: Partial<StepDraft>) => setDraft((before) => ({ ...before, ...changes }));
  // What is wrong is told once somebody wants to add it, or typed an address.
  const found = problemsOf(draft);
  const { text: _, ...others } = found;
  const problems = isTried ? found : found.text === "plan.text_empty" ? others : found;
  const handlers = { draft, problems, onType: change, onHold: change, onSet: change };

  const add = async () => {
    const isWrong = hasProblem(draft);
    const full = isFull(plan.steps()) ? word("plan.full", { limit: LIMITS.planSteps }) : "";
    setTried(isWrong);
    setProblem(isWrong ? "" : full);
    if (isWrong) return requestAnimationFrame(() => goToProblem(form.current));
    if (full) return what.current?.focus();
    const step = fieldsOf(draft);
    const { isOk, message = "" } = await plan.add(`own ${JSON.stringify(step)}`, step);
    if (!isOk) return setProblem(message);
    // What was typed meanwhile is a next step.
    setDraft((now) => (now === draft ? draftOf(NO_FIELDS) : now));
    say(word("exercise.added", { text: shortened(step.text) }));
    what.current?.focus();
  };
  return (
    <form
      ref={form}
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
