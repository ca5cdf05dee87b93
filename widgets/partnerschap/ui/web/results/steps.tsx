// What a step of the conversation shows, on the screen of the trainer and on each own phone:
//
//   <StepView content={…} sector="school" minGroup={5} shown={…} />
//
// without its title (`h2`) and its aim: those are of the screen around it. Its own titles are `h3`.
// The trainer's screen adds what can be chosen: see `StepExtras` in `step.ts`.

import type { ComponentChildren } from "preact";
import { Section } from "../controls/panels";
import { useApp } from "../lib/app";
import type { FormContent } from "../questionnaire/content";
import { AgreeLowList, FindOut, Notes, StrengthList } from "./advice";
import { ActionsStep, EndStep } from "./agreed";
import { Areas } from "./areas";
import { ResultProvider, teamResult, useResult } from "./context";
import { DifferencesStep } from "./differences";
import { DiscussStep } from "./discuss";
import { GlanceStep } from "./glance";
import type { StepProps } from "./step";

interface StepViewProps extends StepProps {
  /** Of the session, as `enter` gives it. */
  content: FormContent;
  /** Id of the team's. */
  sector: string;
  /** Of who reads it alone, on a screen of their own. */
  role?: string | null;
}

const VIEWS: Record<string, (props: StepProps) => ComponentChildren> = {
  strengths: StrengthsStep,
  glance: GlanceStep,
  discuss: DiscussStep,
  low: LowStep,
  differences: DifferencesStep,
  vote: VoteStep,
  actions: ActionsStep,
  end: EndStep,
};

export function StepView({ content, sector, role, ...props }: StepViewProps) {
  const { step, figures, differences, pattern, missing } = props.shown;
  const View = VIEWS[step.kind];
  if (!View) return null;
  return (
    <ResultProvider
      result={teamResult({ content, figures, differences, sector, role, pattern, missing })}
    >
      <View {...props} />
    </ResultProvider>
  );
}

function StrengthsStep() {
  const { word } = useApp();
  const { figures, pattern } = useResult();
  const isMeasured = figures.areas.some(({ share }) => share !== null);
  if (!isMeasured) {
    return (
      <>
        <Notes />
        {pattern ? <FindOut /> : <p>{word("together.nothing_scored")}</p>}
      </>
    );
  }
  return (
    <>
      <Notes />
      <Section title={word("together.strengths")}>
        <StrengthList />
      </Section>
      <Areas partnerships />
      <Areas />
    </>
  );
}

/** What people agree is low: a question first, no blame. */
function LowStep() {
  const { word } = useApp();
  return (
    <>
      <p class="ps-quote">{word("together.ask_low")}</p>
      <AgreeLowList />
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
