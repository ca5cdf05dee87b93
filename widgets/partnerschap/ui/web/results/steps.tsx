// What a step of the conversation shows, on the screen of the trainer and on each own phone:
//
//   <StepView content={…} sector="school" minGroup={5} shown={…} />
//
// without its title (`h2`) and its aim: those are of the screen around it. Its own titles are `h3`.
// The trainer's screen adds what can be chosen: see `StepExtras`.

import type { ComponentChildren } from "preact";
import { Section } from "../controls/panels";
import { useApp } from "../lib/app";
import type { FormContent } from "../questionnaire/content";
import { StrengthList } from "./advice";
import { ActionsStep, EndStep } from "./agreed";
import { Areas } from "./areas";
import { ResultProvider, teamResult, useResult } from "./context";
import { DifferencesStep } from "./differences";
import { DiscussStep } from "./discuss";
import type { Suggestion } from "./figures";
import { GlanceStep } from "./glance";
import type { ShownStep } from "./step";

/** What the trainer's screen adds. */
export interface StepExtras {
  /** To choose one answer together, in place of the one that was chosen. */
  joint?: (itemId: string) => ComponentChildren;
  /** Below a suggestion. */
  choose?: (suggestion: Suggestion) => ComponentChildren;
  /** In place of the list of what is chosen. */
  plan?: ComponentChildren;
}

/** What the view of each kind of step is given, beside the result around it. */
export interface StepProps extends StepExtras {
  shown: ShownStep;
  minGroup: number;
}

interface StepViewProps extends StepProps {
  /** Of the session, as `enter` gives it. */
  content: FormContent;
  /** Id of the team's. */
  sector: string;
}

const VIEWS: Record<string, (props: StepProps) => ComponentChildren> = {
  strengths: StrengthsStep,
  glance: GlanceStep,
  discuss: DiscussStep,
  differences: DifferencesStep,
  vote: VoteStep,
  actions: ActionsStep,
  end: EndStep,
};

export function StepView({ content, sector, ...props }: StepViewProps) {
  const { step, figures, differences } = props.shown;
  const View = VIEWS[step.kind];
  if (!View) return null;
  return (
    <ResultProvider result={teamResult({ content, figures, differences, sector })}>
      <View {...props} />
    </ResultProvider>
  );
}

function StrengthsStep() {
  const { word } = useApp();
  const { figures } = useResult();
  const isMeasured = figures.areas.some(({ share }) => share !== null);
  if (!isMeasured) return <p>{word("together.nothing_scored")}</p>;
  return (
    <>
      <Section title={word("together.strengths")}>
        <StrengthList />
      </Section>
      <Areas partnerships />
      <Areas />
    </>
  );
}

function VoteStep() {
  const { word } = useApp();
  return (
    <>
      <p>{word("together.vote")}</p>
      <p>{word("together.vote_private")}</p>
    </>
  );
}
