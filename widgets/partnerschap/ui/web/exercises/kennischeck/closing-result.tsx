// How the closing test went: a count, and a thought at each question that was answered otherwise.

import { useEffect } from "preact/hooks";
import { Buttons } from "../../controls/buttons";
import { ConfirmButton } from "../../controls/confirm";
import { LastRow } from "../../controls/last-row";
import { useApp } from "../../lib/app";
import { isInPage, tellBook } from "../../lib/host";
import { useProgress } from "../../lib/screens";
import { newSeed } from "../../lib/shuffle";
import { CourseLink } from "./book";
import {
  missed,
  NO_TEST,
  normIn,
  questionsOf,
  type TestMemory,
  type TestQuestion,
} from "./closing-test";
import { drawTest } from "./draw";
import type { QuizContent } from "./quiz";
import { Review } from "./review";

export function ResultScreen() {
  const { content, word, count } = useApp<QuizContent>();
  const { memory, go } = useProgress<TestMemory>();
  const { answers, asked, attempt, day } = memory;
  const questions = questionsOf(content.modules, asked);
  const total = questions.length;
  const others = missed(questions, answers);
  const right = total - others.length;
  const { norm } = normIn(window.location.search, total);

  useEffect(() => tellBook({ what: "test", day, right, total, attempt, norm }), []);

  const beginAgain = () => {
    const seed = newSeed();
    const next = drawTest(content.modules, { seed, drawn: asked }, content.test_questions);
    go("question", { ...NO_TEST, seed, asked: next, attempt: attempt + 1 });
  };
  return (
    <>
      <h2>{word("kennischeck.test_result")}</h2>
      <p class="ps-score">{word("kennischeck.test_score", { right, total })}</p>
      {norm !== null && (
        <p>{word(`kennischeck.test_norm_${right >= norm ? "met" : "not_yet"}`, { norm })}</p>
      )}
      {others.length === 0 ? (
        <p>{word("kennischeck.test_all_right")}</p>
      ) : (
        <>
          <p>{count("kennischeck.test_missed", others.length)}</p>
          {others.map((one) => (
            <Missed key={one.question.id} {...one} number={questions.indexOf(one) + 1} />
          ))}
        </>
      )}
      {isInPage() && (
        <p class="ps-note">
          {word("kennischeck.test_certificate")}{" "}
          <CourseLink page="bewijs">{word("kennischeck.test_to_certificate")}</CourseLink>
        </p>
      )}
      <Buttons>
        <ConfirmButton
          ask={word("kennischeck.test_again")}
          yes={word("kennischeck.test_again_yes")}
          no={word("kennischeck.test_again_no")}
          onConfirm={beginAgain}
        >
          {word("kennischeck.test_again_sure")}
        </ConfirmButton>
      </Buttons>
      <LastRow print />
    </>
  );
}

function Missed({ question, module, number }: TestQuestion & { number: number }) {
  const { word } = useApp();
  const { id, question: asked } = question;
  return (
    <section class="ps-question" aria-labelledby={`heading-${id}`}>
      <h3 id={`heading-${id}`}>{word("kennischeck.question", { n: number })}</h3>
      <p class="ps-asked">{asked}</p>
      <Review question={question} isWhole />
      <p>
        {word("kennischeck.test_read_on")}{" "}
        <CourseLink page={module.id}>
          {word("kennischeck.module", { n: module.number, title: module.title })}
        </CourseLink>
      </p>
    </section>
  );
}
