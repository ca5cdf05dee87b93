// How the questions of a module stand: which to read again, and the way to each.

import { Button, Buttons } from "../../controls/buttons";
import { LastRow } from "../../controls/last-row";
import { Mark } from "../../controls/mark";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import { newSeed, shuffled } from "../../lib/shuffle";
import { Dots, type ModuleProps, OtherModule, useAsked } from "./asked";
import { CourseLink } from "./book";
import { drawAgain } from "./draw";
import { type Question, type QuizContent, type QuizMemory, standingOf } from "./quiz";
import "./overview.css";

export function Overview({ module, ask }: ModuleProps) {
  const { content, word, say } = useApp<QuizContent>();
  const { memory, keep, go } = useProgress<QuizMemory>();
  const { questions, total, done, isAllDone } = useAsked(module);
  const { id, title, questions: pool } = module;
  const next = questions.findIndex((question) => standingOf(question, memory) === "open");

  const shuffleAgain = () => {
    const orderOf = (seed: number) => shuffled(total, seed, id).join();
    let seed = newSeed();
    while (total > 1 && orderOf(seed) === orderOf(memory.seed)) seed = newSeed();
    keep({ seed });
    say(word("kennischeck.shuffled"));
  };
  const drawOthers = () => {
    const seed = newSeed();
    const drawn = drawAgain(pool, { seed, drawn: memory.drawn }, content.drawn);
    // What comes back is asked anew.
    const isOld = (one: string) => !drawn.slice(-content.drawn).includes(one);
    const answers = Object.entries(memory.answers).filter(([one]) => isOld(one));
    go("questions", {
      at: 0,
      seed,
      drawn,
      answers: Object.fromEntries(answers),
      open: memory.open.filter(isOld),
      done: memory.done.filter(isOld),
    });
    say(word("kennischeck.others_drawn"));
  };

  return (
    <>
      <h2>
        <span class="ps-over">{word("kennischeck.heading", { title })}</span>{" "}
        {word("kennischeck.overview")}
      </h2>
      <Dots questions={questions} done={done} />
      {isAllDone && <p class="ps-note">{word("kennischeck.all_done")}</p>}
      <ol class="ps-standings">
        {questions.map((question, index) => (
          <Standing key={question.id} question={question} at={index} />
        ))}
      </ol>
      <ReadAgain module={module} questions={questions} />
      <Buttons>
        {!isAllDone && (
          <Button main onClick={() => go("questions", { at: next })}>
            {word("kennischeck.further", { n: next + 1 })}
          </Button>
        )}
        {pool.length > total && (
          <Button main={isAllDone} onClick={drawOthers}>
            {word("kennischeck.others")}
          </Button>
        )}
        <Button onClick={shuffleAgain}>{word("kennischeck.shuffle")}</Button>
        <OtherModule ask={ask} />
      </Buttons>
      <LastRow />
    </>
  );
}

function Standing({ question, at }: { question: Question; at: number }) {
  const { word } = useApp();
  const { memory, go } = useProgress<QuizMemory>();
  const standing = standingOf(question, memory);
  return (
    <li>
      <button type="button" onClick={() => go("questions", { at })}>
        <Mark kind={standing} />{" "}
        <span>
          {question.question} <span class="ps-hint">{word(`kennischeck.stands_${standing}`)}</span>
        </span>
      </button>
    </li>
  );
}

interface ReadAgainProps extends Pick<ModuleProps, "module"> {
  questions: readonly Question[];
}

/** The pages to read again: of this module, and of those that a missed question comes back to. */
function ReadAgain({ module, questions }: ReadAgainProps) {
  const { content, word } = useApp<QuizContent>();
  const { memory } = useProgress<QuizMemory>();
  const missed = questions.filter((question) => standingOf(question, memory) === "other");
  if (missed.length === 0) return null;
  const wanted = [module.id, ...missed.flatMap(({ revisits }) => revisits)];
  return (
    <div class="ps-note">
      <p>{word("kennischeck.read_again")}</p>
      <ul class="ps-list">
        {content.modules
          .filter(({ id }) => wanted.includes(id))
          .map(({ id, number, title }) => (
            <li key={id}>
              <CourseLink page={id}>{word("kennischeck.module", { n: number, title })}</CourseLink>
            </li>
          ))}
      </ul>
    </div>
  );
}
