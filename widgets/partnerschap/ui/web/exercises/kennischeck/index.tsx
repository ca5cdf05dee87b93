// The check questions of a module: answer, look at the answers, talk about it. Nobody fails. Beside them
// stands a closing test for who wants one.

import "../../styles/exercise.css";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { createExercise, useApp } from "../../lib/app";
import { type AskModule, useModuleAsked } from "../../lib/asked-module";
import { moveTo } from "../../lib/focus";
import { Screens } from "../../lib/screens";
import { newSeed } from "../../lib/shuffle";
import { ChooseModule, keyOf } from "./choose";
import { ClosingTest } from "./closing";
import { TEST } from "./closing-test";
import { drawAgain } from "./draw";
import { Overview } from "./overview";
import { QuestionScreen } from "./question-screen";
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
    return { seed, drawn, answers: {}, open: [], done: [], at: 0, finished: false };
  }, []);
  // Not made anew each time: another function is another screen, on which a reader begins anew.
  const screens = useMemo(
    () => ({
      questions: () => <QuestionScreen module={module} ask={ask} />,
      overview: () => <Overview module={module} ask={ask} />,
    }),
    [module, ask],
  );
  return <Screens name={keyOf(module.id)} empty={empty} screens={screens} placed={["at"]} />;
}

export default createExercise(KnowledgeCheck);
