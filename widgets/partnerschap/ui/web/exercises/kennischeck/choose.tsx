// The modules to choose from, and the link that leads to one.

import { ModuleLink } from "../../controls/module-link";
import { useApp } from "../../lib/app";
import type { AskModule } from "../../lib/asked-module";
import { recall } from "../../lib/storage";
import { countDone, type QuizContent, type QuizModule } from "./quiz";

/** Where the answers to the questions of a module are remembered. */
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
    </>
  );
}

function ModuleRow({ module, ask }: { module: QuizModule; ask: AskModule }) {
  const { word, count } = useApp();
  const { id, number, title, questions } = module;
  const { done } = recall<{ done: string[] }>(keyOf(id), { done: [] });
  return (
    <li>
      <ModuleLink module={id} ask={ask}>
        {word("kennischeck.module", { n: number, title })}
      </ModuleLink>
      <span class="ps-hint">
        {count("kennischeck.module", questions.length)}
        {countDone(module, done) === questions.length && (
          <span class="ps-badge">{word("kennischeck.module_done")}</span>
        )}
      </span>
    </li>
  );
}
