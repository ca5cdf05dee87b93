// The modules to choose from, and the link that leads to one.

import { ModuleLink } from "../../controls/module-link";
import { useApp } from "../../lib/app";
import type { AskModule } from "../../lib/asked-module";
import { recall } from "../../lib/storage";
import { TEST } from "./closing-test";
import type { QuizContent, QuizModule } from "./quiz";

/** Where the answers to the questions of a module, or of the test, are remembered. */
export const keyOf = (module: string) => `kennischeck:${module}`;

interface ChooseModuleProps {
  /** Whether a module was asked for that is not there. */
  isUnknown: boolean;
  ask: AskModule;
}

export function ChooseModule({ isUnknown, ask }: ChooseModuleProps) {
  const { content, word } = useApp<QuizContent>();
  const { modules } = content;
  return (
    <>
      <h2>{word("kennischeck.choose_heading")}</h2>
      {isUnknown && (
        <p class="ps-problem" role="alert">
          {word("kennischeck.unknown")}
        </p>
      )}
      <p>{word(modules.length ? "kennischeck.choose_intro" : "kennischeck.none")}</p>
      <ul class="ps-modules">
        {modules.map((module) => (
          <ModuleRow key={module.id} module={module} ask={ask} />
        ))}
      </ul>
      {modules.length > 0 && (
        <>
          <h3>{word("kennischeck.test")}</h3>
          <p>{word("kennischeck.test_what", { total: content.test_questions })}</p>
          <p>
            <ModuleLink module={TEST} ask={ask} classes="ps-button ps-link">
              {word("kennischeck.test_open")}
            </ModuleLink>
          </p>
        </>
      )}
    </>
  );
}

function ModuleRow({ module, ask }: { module: QuizModule; ask: AskModule }) {
  const { content, word, count } = useApp<QuizContent>();
  const { id, number, title, questions } = module;
  const { finished } = recall(keyOf(id), { finished: false });
  return (
    <li>
      <ModuleLink module={id} ask={ask}>
        {word("kennischeck.module", { n: number, title })}
      </ModuleLink>{" "}
      <span class="ps-hint">
        {count("kennischeck.module", Math.min(content.drawn, questions.length))}{" "}
        {finished && <span class="ps-badge">{word("kennischeck.module_done")}</span>}
      </span>
    </li>
  );
}
