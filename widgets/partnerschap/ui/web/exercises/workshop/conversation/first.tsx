// After closing: the trainer looks first, alone, with every step of the conversation folded.

import { Button, Buttons } from "../../../controls/buttons";
import { Folded } from "../../../controls/panels";
import { useApp } from "../../../lib/app";
import { StepView } from "../../../results/steps";
import { shownStep, useClosedRound } from "../context";
import { stepTitle } from "../step-title";
import { WholeResult } from "../whole-result";

export function FirstScreen() {
  const app = useApp();
  const { word } = app;
  const round = useClosedRound();
  const { trainer, view, content } = round;
  const [first] = view.steps;
  return (
    <>
      <h2>{word("workshop.first")}</h2>
      <p>{word("workshop.first_why")}</p>
      <WholeResult />
      <h3 class="ps-above">{word("workshop.steps")}</h3>
      <p>{word("workshop.steps_what")}</p>
      {view.steps.map((step) => (
        <Folded
          key={step.id}
          title={word("workshop.step_title", {
            title: stepTitle(app, step),
            minutes: step.minutes,
          })}
        >
          <p>{step.aim}</p>
          <p class="ps-quote">{step.say}</p>
          <StepView
            content={content}
            sector={view.sector}
            minGroup={view.min_group}
            shown={shownStep(round, step)}
          />
        </Folded>
      ))}
      <Buttons>
        <Button main onClick={() => first && void trainer.go(first.id)}>
          {word("workshop.begin")}
        </Button>
      </Buttons>
    </>
  );
}
