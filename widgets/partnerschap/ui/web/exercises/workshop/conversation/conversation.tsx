// The conversation: one step at a time on the beamer, and the same step on every phone.

import { useLayoutEffect, useState } from "preact/hooks";
import { Button } from "../../../controls/buttons";
import { Folded } from "../../../controls/panels";
import { useApp } from "../../../lib/app";
import type { TrainerStep } from "../../../protocol";
import { StepView } from "../../../results/steps";
import { shownStep, useClosedRound } from "../context";
import { stepTitle } from "../step-title";
import { WholeResult } from "../whole-result";
import { EndPanel } from "./end";
import { JointChoice } from "./joint-choice";
import { ChooseStep, PlanEditor, useRoundPlan } from "./plan";
import { StepClock } from "./step-clock";
import { VotePanel } from "./vote";
import "../../../styles/steps.css";
import "./conversation.css";

/** What turns a page; a presenter sends these too. */
const KEYS: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  PageDown: 1,
  ArrowLeft: -1,
  PageUp: -1,
};

export function ConversationScreen() {
  const { word } = useApp();
  const { trainer, view } = useClosedRound();
  const position = view.steps.findIndex(({ id }) => id === view.step);
  const step = view.steps[position];
  const turn = (by: 1 | -1) => {
    const next = view.steps[position + by];
    if (next) void trainer.go(next.id);
  };
  useTurningKeys(turn);
  if (!step) return null;
  return (
    <>
      <nav aria-label={word("workshop.steps")}>
        <ol class="ps-talk-steps">
          {view.steps.map((one, at) => (
            <StepButton key={one.id} step={one} at={at} isOpen={one === step} />
          ))}
        </ol>
      </nav>
      <div key={step.id}>
        <StepPage step={step} />
        <Turning step={step} position={position} onTurn={turn} />
        <p class="ps-hint ps-backstage">{word("workshop.keys")}</p>
      </div>
      <WholePanel />
    </>
  );
}

function useTurningKeys(turn: (by: 1 | -1) => void) {
  // With the step that is shown: a clicker may be pressed in the same moment.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
      const by = KEYS[key];
      const isBusy =
        target instanceof Element &&
        target.closest("input, textarea, select, [contenteditable]") !== null;
      if (!by || isBusy || altKey || ctrlKey || metaKey || shiftKey) return;
      event.preventDefault();
      turn(by);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [turn]);
}

interface StepButtonProps {
  step: TrainerStep;
  /** From 0. */
  at: number;
  isOpen: boolean;
}

function StepButton({ step, at, isOpen }: StepButtonProps) {
  const app = useApp();
  const { trainer } = useClosedRound();
  return (
    <li>
      <button
        type="button"
        class="ps-step"
        aria-current={isOpen ? "step" : undefined}
        onClick={() => !isOpen && void trainer.go(step.id)}
      >
        <strong>{at + 1}</strong>
        <span class="ps-step-name">{stepTitle(app, step)}</span>
        <span class="ps-step-name ps-hint">
          {app.word("workshop.minutes", { minutes: step.minutes })}
        </span>
      </button>
    </li>
  );
}

/** A step with its time, what can be said, and what everybody sees of it. */
function StepPage({ step }: { step: TrainerStep }) {
  const app = useApp();
  const { word } = app;
  const round = useClosedRound();
  const { view, content } = round;
  const isChoosing = step.kind === "actions";
  const hasPlan = isChoosing || step.kind === "end";
  const plan = useRoundPlan();
  const [added, setAdded] = useState<number | null>(null);
  return (
    <>
      <div class="ps-step-head">
        <div>
          <h2>{stepTitle(app, step)}</h2>
          <p class="ps-hint">{step.aim}</p>
        </div>
        <StepClock id={`${view.id} ${step.id}`} minutes={step.minutes} />
      </div>
      <aside class="ps-say ps-backstage" aria-label={word("workshop.say_title")}>
        <p class="ps-over">{word("workshop.say_title")}</p>
        <p>{step.say}</p>
      </aside>
      <div class="ps-step-view">
        <StepView
          content={content}
          sector={view.sector}
          minGroup={view.min_group}
          shown={shownStep(round, step)}
          joint={(item) => <JointChoice item={item} />}
          plan={hasPlan && <PlanEditor plan={plan} added={added} isAdding={isChoosing} />}
          choose={(one) => (
            <ChooseStep plan={plan} suggestion={one} onAdded={({ id }) => setAdded(id)} />
          )}
        />
      </div>
      {step.kind === "vote" && <VotePanel />}
      {step.kind === "end" && <EndPanel />}
    </>
  );
}

interface TurningProps {
  step: TrainerStep;
  position: number;
  onTurn: (by: 1 | -1) => void;
}

function Turning({ step, position, onTurn }: TurningProps) {
  const { word } = useApp();
  const { view, result } = useClosedRound();
  const isClosing = step.kind === "vote" && result.importance === null;
  return (
    <div class="ps-buttons">
      {position > 0 && <Button onClick={() => onTurn(-1)}>{word("workshop.previous")}</Button>}
      {position < view.steps.length - 1 && (
        <Button main onClick={() => onTurn(1)}>
          {word(isClosing ? "workshop.next_closes" : "workshop.next")}
        </Button>
      )}
    </div>
  );
}

/** The whole result, made once somebody wants it. */
function WholePanel() {
  const { word } = useApp();
  const [isAsked, setAsked] = useState(false);
  return (
    <Folded
      title={word("workshop.whole")}
      classes="ps-backstage"
      onToggle={(isOpen) => isOpen && setAsked(true)}
    >
      {isAsked && <WholeResult />}
    </Folded>
  );
}
