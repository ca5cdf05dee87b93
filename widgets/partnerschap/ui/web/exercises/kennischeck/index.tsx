// The check questions of a module: answer, look at the answers, talk about it. Nobody fails.

import "../../styles/exercise.css";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { createExercise, useApp } from "../../lib/app";
import { type AskModule, useModuleAsked } from "../../lib/asked-module";
import { moveTo } from "../../lib/focus";
import { Screens } from "../../lib/screens";
import { newSeed } from "../../lib/shuffle";
import { ChooseModule, keyOf } from "./choose";
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
      {module ? (
        <ModuleCheck key={module.id} module={module} ask={ask} />
      ) : (
        <ChooseModule isUnknown={asked !== null} ask={ask} />
      )}
    </div>
  );
}

function ModuleCheck({ module, ask }: { module: QuizModule; ask: AskModule }) {
  const empty = useMemo<QuizMemory>(
    () => ({ seed: newSeed(), answers: {}, open: [], done: [] }),
    [],
  );
  // Not made anew each time: another function is another screen, on which a reader begins anew.
  const screens = useMemo(
    () => ({ questions: () => <Questions module={module} ask={ask} /> }),
    [module, ask],
  );
  return <Screens name={keyOf(module.id)} empty={empty} screens={screens} />;
}

export default createExercise(KnowledgeCheck);
