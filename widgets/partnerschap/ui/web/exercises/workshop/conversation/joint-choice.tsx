// The answer that a team chooses together on an item, beside what everybody answered apart.

import { useMemo, useRef } from "preact/hooks";
import { Button } from "../../../controls/buttons";
import { SavingLine } from "../../../controls/saving-line";
import { useApp } from "../../../lib/app";
import { useStore } from "../../../lib/store";
import { useResult } from "../../../results/context";
import { useRound } from "../context";
import { JointAnswers, shownAnswers } from "../joint-answers";
import "../../../controls/fields.css";
import "../../../questionnaire/question.css";

/** Stands inside a `ResultProvider`. */
export function JointChoice({ item }: { item: string }) {
  const app = useApp();
  const { word } = app;
  const { points } = useResult();
  const { trainer, view } = useRound();
  const fieldset = useRef<HTMLFieldSetElement>(null);
  const answers = useMemo(
    () =>
      new JointAnswers({
        trainer,
        roundId: view.id,
        words: app,
        lateText: (_, message) => message,
      }),
    [trainer, view.id],
  );
  const { pending, told } = useStore(answers);
  const chosen = shownAnswers(view.joint, pending)[item];
  const clear = async () => {
    // The button goes away, and the focus with it.
    if (await answers.choose(item, null)) fieldset.current?.querySelector("input")?.focus();
  };
  return (
    <fieldset class="ps-joint-choice" ref={fieldset}>
      <legend>{word("workshop.joint")}</legend>
      <p class="ps-hint">{word("workshop.joint_free")}</p>
      <div class="ps-scale">
        {points(item).map((point, position) => (
          <label class="ps-option" key={point}>
            <input
              type="radio"
              name={`joint-${item}`}
              value={position + 1}
              checked={chosen === position + 1}
              onChange={() => void answers.choose(item, position + 1)}
            />
            <span>{point}</span>
          </label>
        ))}
      </div>
      <div class="ps-extra">
        <Button class="ps-clear" hidden={chosen === undefined} onClick={() => void clear()}>
          {word("workshop.joint_clear")}
        </Button>
        <SavingLine {...told} />
      </div>
    </fieldset>
  );
}
