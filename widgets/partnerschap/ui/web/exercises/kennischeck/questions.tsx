// All questions of a module, in an order by chance.

import { useEffect } from "preact/hooks";
import { Button, Buttons } from "../../controls/buttons";
import { PrivacyNote, ProgressBar } from "../../controls/feedback";
import { LastRow } from "../../controls/last-row";
import { ModuleLink } from "../../controls/module-link";
import { useApp } from "../../lib/app";
import type { AskModule } from "../../lib/asked-module";
import { useProgress } from "../../lib/screens";
import { newSeed, shuffled } from "../../lib/shuffle";
import { QuestionBlock } from "./question";
import { countDone, type QuizMemory, type QuizModule } from "./quiz";

/** Tell the book that the check of a module is done. */
function tellBook(module: string): void {
  if (window.parent === window) return;
  window.parent.postMessage(
    { type: "partnerschap:done", what: "check", module },
    window.location.origin,
  );
}

export function Questions({ module, ask }: { module: QuizModule; ask: AskModule }) {
  const { word, say } = useApp();
  const { memory, keep } = useProgress<QuizMemory>();
  const { id, title, questions } = module;
  const total = questions.length;
  const done = countDone(module, memory.done);
  const isAllDone = done === total;
  const orderOf = (seed: number) => shuffled(total, seed, id);

  useEffect(() => {
    if (isAllDone) tellBook(id);
  }, [isAllDone, memory.done]);

  const shuffleAgain = () => {
    const before = orderOf(memory.seed).join();
    let seed = newSeed();
    while (total > 1 && orderOf(seed).join() === before) seed = newSeed();
    keep({ seed });
    say(word("kennischeck.shuffled"));
  };

  return (
    <>
      <h2>{word("kennischeck.heading", { title })}</h2>
      <p>{word("kennischeck.intro")}</p>
      <PrivacyNote id="kennischeck.private" />
      <ProgressBar done={done} total={total}>
        {word("kennischeck.progress", { done, total })}
      </ProgressBar>
      <div>
        {orderOf(memory.seed).map((index, position) => (
          <QuestionBlock
            key={questions[index].id}
            question={questions[index]}
            number={position + 1}
          />
        ))}
      </div>
      <p class="ps-note" role="status" hidden={!isAllDone}>
        {isAllDone && word("kennischeck.all_done")}
      </p>
      <Buttons>
        <Button onClick={shuffleAgain}>{word("kennischeck.shuffle")}</Button>
        {/* Inside the book the page itself is about one module. */}
        {window.parent === window && (
          <ModuleLink module={null} ask={ask} classes="ps-button ps-link">
            {word("kennischeck.other_module")}
          </ModuleLink>
        )}
      </Buttons>
      <LastRow />
    </>
  );
}
