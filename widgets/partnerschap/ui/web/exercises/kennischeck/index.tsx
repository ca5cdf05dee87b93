// The check questions of a module: answer, look at the answers, talk about it. Nobody fails. Beside them
// stands a closing test for who wants one.

import "../../styles/exercise.css";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { createExercise, useApp } from "../../lib/app";
import { moveTo } from "../../lib/focus";
import { Screens } from "../../lib/screens";
import { newSeed } from "../../lib/shuffle";
import { type AskModule, TEST, useModuleAsked } from "./address";
import { ChooseModule, keyOf } from "./choose";
import { ClosingTest } from "./closing";
import { drawAgain } from "./draw";
import { Questions } from "./questions";
import type { QuizContent, QuizMemory, QuizModule } from "./quiz";
import "./quiz.css";

function KnowledgeCheck() {
  const { content } = useApp<QuizContent>();
  const { asked, ask } = useModuleAsked();
  const view = useRef<HTMLDivElement>(null);
  const shown = useRef(asked);
  const module = content.modules.find(({ id }) => id === asked);

  useLayoutEffect(() => {
    const heading = shown.current === asked ? null : view.current?.querySelector("h2");
    shown.current = asked;
    if (heading) moveTo(heading);
  }, [asked]);

  return (
    <div ref={view}>
      {asked === TEST && <ClosingTest ask={ask} />}
      {module && <ModuleCheck key={module.id} module={module} ask={ask} />}
      {asked !== TEST && !module && <ChooseModule isUnknown={asked !== null} ask={ask} />}
    </div>
  );
}

function ModuleCheck({ module, ask }: { module: QuizModule; ask: AskModule }) {
  const { content } = useApp<QuizContent>();
  const empty = useMemo<QuizMemory>(() => {
    const seed = newSeed();
    const drawn = drawAgain(module.questions, { seed, drawn: [] }, content.drawn);
    return { seed, drawn, answers: {}, open: [], done: [], finished: false };
  }, []);
  // Not made anew each time: another function is another screen, on which a reader begins anew.
  const screens = useMemo(
    () => ({ questions: () => <Questions module={module} ask={ask} /> }),
    [module, ask],
  );
  return <Screens name={keyOf(module.id)} empty={empty} screens={screens} />;
}

export default createExercise(KnowledgeCheck);
