// The questions of a module that are asked now, in an order by chance.

import { useEffect, useRef, useState } from "preact/hooks";
import { Button, Buttons } from "../../controls/buttons";
import { PrivacyNote, ProgressBar } from "../../controls/feedback";
import { LastRow } from "../../controls/last-row";
import { ModuleLink } from "../../controls/module-link";
import { useApp } from "../../lib/app";
import type { AskModule } from "../../lib/asked-module";
import { moveTo } from "../../lib/focus";
import { isInPage, tellBook } from "../../lib/host";
import { useProgress } from "../../lib/screens";
import { newSeed, shuffled } from "../../lib/shuffle";
import { askedNow, drawAgain } from "./draw";
import { QuestionBlock } from "./question";
import { countDone, type QuizContent, type QuizMemory, type QuizModule } from "./quiz";

export function Questions({ module, ask }: { module: QuizModule; ask: AskModule }) {
  const { content, word, say } = useApp<QuizContent>();
  const { memory, keep } = useProgress<QuizMemory>();
  const heading = useRef<HTMLHeadingElement>(null);
  const [turn, setTurn] = useState(0); // of drawing: a question that comes back begins anew
  const { id, title, questions: pool } = module;
  const asked = askedNow(pool, memory, content.drawn);
  const total = asked.length;
  const done = countDone(asked, memory.done);
  const isAllDone = done === total;
  const orderOf = (seed: number) => shuffled(total, seed, id);

  useEffect(() => {
    if (!isAllDone) return;
    tellBook({ what: "check", module: id });
    if (!memory.finished) keep({ finished: true });
  }, [isAllDone, memory.done]);

  const shuffleAgain = () => {
    const before = orderOf(memory.seed).join();
    let seed = newSeed();
    while (total > 1 && orderOf(seed).join() === before) seed = newSeed();
    keep({ seed });
    say(word("kennischeck.shuffled"));
  };

  const drawOthers = () => {
    const seed = newSeed();
    const drawn = drawAgain(pool, { seed, drawn: memory.drawn }, content.drawn);
    // What comes back is asked anew.
    const isOld = (one: string) => !drawn.slice(-content.drawn).includes(one);
    const answers = Object.entries(memory.answers).filter(([one]) => isOld(one));
    keep({
      seed,
      drawn,
      answers: Object.fromEntries(answers),
      open: memory.open.filter(isOld),
      done: memory.done.filter(isOld),
    });
    setTurn((one) => one + 1);
    say(word("kennischeck.others_drawn"));
    if (heading.current) moveTo(heading.current);
  };

  return (
    <>
      <h2 ref={heading}>{word("kennischeck.heading", { title })}</h2>
      <p>{word("kennischeck.intro")}</p>
      <PrivacyNote id="kennischeck.private" />
      <ProgressBar done={done} total={total}>
        {word("kennischeck.progress", { done, total })}
      </ProgressBar>
      <div key={turn}>
        {orderOf(memory.seed).map((index, position) => (
          <QuestionBlock key={asked[index].id} question={asked[index]} number={position + 1} />
        ))}
      </div>
      <p class="ps-note" role="status" hidden={!isAllDone}>
        {isAllDone && word("kennischeck.all_done")}
      </p>
      <Buttons>
        {pool.length > total && <Button onClick={drawOthers}>{word("kennischeck.others")}</Button>}
        <Button onClick={shuffleAgain}>{word("kennischeck.shuffle")}</Button>
        {/* Inside the book the page itself is about one module. */}
        {!isInPage() && (
          <ModuleLink module={null} ask={ask} classes="ps-button ps-link">
            {word("kennischeck.other_module")}
          </ModuleLink>
        )}
      </Buttons>
      <LastRow />
    </>
  );
}
