// What is agreed about every step of the plan.

import { useRef } from "preact/hooks";
import { Button, Buttons } from "../../controls/buttons";
import { useApp } from "../../lib/app";
import { moveTo } from "../../lib/focus";
import { shortened } from "../../lib/words";
import { StepRow } from "../../plan/step-row";
import { usePlanning } from "./context";
import { LastRow } from "./navigation";
import { Belongs, CountNote } from "./parts";
import "../../styles/cards.css";
import "./agree.css";

export function AgreeScreen() {
  const { word, say } = useApp();
  const { planner, plan, steps } = usePlanning();
  const heading = useRef<HTMLHeadingElement>(null);
  const removed = (text: string) => {
    say(word("exercise.removed", { text: shortened(text) }));
    if (heading.current) moveTo(heading.current);
  };
  return (
    <>
      <h2 ref={heading}>{word("actieplan.agree")}</h2>
      <p>{word("actieplan.agree_what")}</p>
      <CountNote />
      {steps.length === 0 && <p class="ps-note">{word("actieplan.none")}</p>}
      <ol class="ps-cards ps-agree-list" hidden={steps.length === 0}>
        {steps.map((step, position) => (
          <StepRow
            key={step.id}
            isDetailed
            classes="ps-agree"
            plan={plan}
            step={step}
            labels={{ text: word("actieplan.text"), owner: word("actieplan.owner") }}
            onRemoved={() => removed(step.text)}
            tell={(message) => planner.tell(message)}
          >
            <h3>{word("actieplan.number", { number: position + 1 })}</h3>
            <Belongs step={step} />
          </StepRow>
        ))}
      </ol>
      <Buttons>
        <Button main onClick={() => planner.go("overview")}>
          {word("actieplan.to_overview")}
        </Button>
        <Button onClick={() => planner.go("choose")}>{word("actieplan.more_steps")}</Button>
      </Buttons>
      <LastRow back="choose" />
    </>
  );
}
