// A box to tick: a step is in the plan as long as it is ticked.

import { useState } from "preact/hooks";
import { Confirmation } from "../controls/confirm";
import { Problem } from "../controls/feedback";
import { useApp } from "../lib/app";
import { shortened } from "../lib/words";
import { LIMITS } from "../protocol";
import type { EditablePlan } from "./editable-plan";
import { isAgreedOn, isFull, type NewStep, type PlanStep } from "./step";
import "../controls/fields.css";
import "./choose-box.css";

interface ChooseBoxProps {
  plan: EditablePlan;
  /** What is put into the plan. */
  step: NewStep;
  /** The same as the plan holds it; nothing while it is not in there. */
  planned: PlanStep | undefined;
}

export function ChooseBox({ plan, step, planned }: ChooseBoxProps) {
  const { word, say } = useApp();
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState("");
  const { text } = step;

  const add = async () => {
    if (isFull(plan.steps())) return setProblem(word("plan.full", { limit: LIMITS.planSteps }));
    const { isOk, message = "" } = await plan.add(step.action ?? text, step);
    if (!isOk) return setProblem(message);
    say(word("exercise.added", { text: shortened(text) }));
  };
  const remove = async () => {
    setAsking(false);
    if (!planned) return;
    const { isOk, message = "" } = await plan.remove(planned);
    if (!isOk) return setProblem(message);
    say(word("exercise.removed", { text: shortened(text) }));
  };
  const choose = (isWanted: boolean) => {
    setProblem("");
    if (isWanted) void add();
    else if (planned && isAgreedOn(planned)) setAsking(true);
    else void remove();
  };
  const label = word(planned ? "plan.taken" : "plan.take");
  return (
    <div class="ps-take">
      <label class="ps-choice">
        <input
          type="checkbox"
          checked={planned !== undefined}
          aria-label={word("plan.take_of", { label, text: shortened(text) })}
          onChange={({ currentTarget }) => {
            const { checked } = currentTarget;
            // It shows what the plan holds, which follows.
            currentTarget.checked = planned !== undefined;
            choose(checked);
          }}
        />
        <strong>{label}</strong>
      </label>
      {isAsking && (
        <Confirmation
          ask={word("plan.remove_of", { text: shortened(text) })}
          yes={word("plan.remove_yes")}
          no={word("plan.remove_no")}
          onConfirm={() => void remove()}
          onCancel={() => setAsking(false)}
        >
          <p>{word("plan.remove_sure")}</p>
        </Confirmation>
      )}
      <Problem text={problem} />
    </div>
  );
}
