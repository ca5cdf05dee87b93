// A step of the plan as somebody fills it in, saved by itself.

import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { Button, Buttons } from "../controls/buttons";
import { ConfirmButton } from "../controls/confirm";
import { useApp } from "../lib/app";
import { useStore } from "../lib/store";
import { Agreed } from "../results/agreed";
import type { EditablePlan } from "./editable-plan";
import { DetailFields, type StepLabels, WhatField, WhoWhenFields } from "./fields";
import { isAgreedOn, type PlanStep, problemsOf } from "./step";
import { StepEditor } from "./step-editor";
import "../styles/cards.css";
import "../controls/saving-line.css";
import "../questionnaire/question.css";

interface StepRowProps {
  /** The same plan as long as this is on the screen. */
  plan: EditablePlan;
  step: PlanStep;
  labels: StepLabels;
  /** Whether more can be filled in than what, who and when. */
  isDetailed?: boolean;
  /** Whether the reader has just chosen it, and is taken to it. */
  isNew?: boolean;
  /** Above the fields. */
  children?: ComponentChildren;
  onRemoved?: () => void;
  /** Told why something is not saved, when the reader is elsewhere by then. */
  tell: (message: string) => void;
  classes?: string;
}

/** An item of a list. Give it the id of its step as key. */
export function StepRow(props: StepRowProps) {
  const { plan, step, labels, isDetailed = false, isNew = false, children, classes = "" } = props;
  const { onRemoved, tell } = props;
  const app = useApp();
  const { connection, word } = app;
  const editor = useMemo(
    () => new StepEditor(step, { plan, words: app, tell }),
    [app, plan, step.id],
  );
  const { draft, stored, isConflict, note, isProblem } = useStore(editor);
  const what = useRef<HTMLTextAreaElement>(null);

  useLayoutEffect(() => editor.adopt(step), [editor, step]);
  useEffect(() => {
    editor.open();
    const unfollow = connection.onRevived(() => editor.retry());
    return () => {
      unfollow();
      editor.close();
    };
  }, [editor, connection]);
  useLayoutEffect(() => {
    if (isNew) what.current?.focus();
  }, [isNew]);

  const handlers = {
    draft,
    problems: problemsOf(draft),
    onType: editor.type.bind(editor),
    onHold: editor.hold.bind(editor),
    onSet: editor.set.bind(editor),
  };
  const takeTheirs = () => {
    editor.takeTheirs();
    what.current?.focus();
  };
  const remove = async () => {
    if (await editor.remove()) onRemoved?.();
  };
  return (
    <li class={`ps-card ${classes}`.trim()}>
      {children}
      <WhatField label={labels.text} field={what} {...handlers} />
      <WhoWhenFields label={labels.owner} {...handlers} />
      {isDetailed && <DetailFields id={step.id} hasItem={step.item !== null} {...handlers} />}
      {isConflict && (
        <div class="ps-note">
          <p>{word("plan.stored", { text: stored.text })}</p>
          <p>
            <Agreed {...stored} />
          </p>
          <Buttons>
            <Button onClick={() => void editor.saveMine()}>{word("plan.save_mine")}</Button>
            <Button onClick={takeTheirs}>{word("plan.take_theirs")}</Button>
          </Buttons>
        </div>
      )}
      <div class="ps-extra">
        <ConfirmButton
          clears
          ask={word("plan.remove")}
          label={word("plan.remove_of", { text: stored.text })}
          yes={word("plan.remove_yes")}
          no={word("plan.remove_no")}
          isSafe={!isAgreedOn(stored)}
          onConfirm={() => void remove()}
        >
          <p>{word("plan.remove_sure")}</p>
        </ConfirmButton>
        <p class={isProblem ? "ps-saving ps-problem" : "ps-saving"} role="status">
          {note}
        </p>
      </div>
    </li>
  );
}
