// The closing test: how it goes, one question at a time, and how it went.

import { useMemo, useState } from "preact/hooks";
import { Button, Buttons } from "../../controls/buttons";
import { PrivacyNote, Problem, ProgressBar } from "../../controls/feedback";
import { LastRow } from "../../controls/last-row";
import { ModuleLink } from "../../controls/module-link";
import { useApp } from "../../lib/app";
import type { AskModule } from "../../lib/asked-module";
import { today } from "../../lib/dates";
import { isInPage } from "../../lib/host";
import { Screens, useProgress } from "../../lib/screens";
import { newSeed } from "../../lib/shuffle";
import { keyOf } from "./choose";
import { ResultScreen } from "./closing-result";
import { NO_TEST, normIn, openNumbers, questionsOf, TEST, type TestMemory } from "./closing-test";
import { drawTest } from "./draw";
import { AnswerForm } from "./forms";
import { type Answer, type QuizContent, standingAnswer } from "./quiz";

export function ClosingTest({ ask }: { ask: AskModule }) {
  const { content } = useApp<QuizContent>();
  const screens = useMemo(
    () => ({
      start: () => <StartScreen ask={ask} />,
      question: QuestionScreen,
      result: ResultScreen,
    }),
    [ask],
  );
  return (
    <Screens<TestMemory>
      name={keyOf(TEST)}
      empty={NO_TEST}
      screens={screens}
      placed={["at"]}
      redirect={({ screen, asked, day }) => {
        if (questionsOf(content.modules, asked).length === 0) return "start";
        if (day) return "result";
        return screen === "result" ? "question" : screen;
      }}
    />
  );
}

function StartScreen({ ask }: { ask: AskModule }) {
  const { content, word } = useApp<QuizContent>();
  const { memory, go } = useProgress<TestMemory>();
  const total = content.test_questions;
  const { norm, isWrong } = normIn(window.location.search, total);
  const isBegun = questionsOf(content.modules, memory.asked).length > 0;
  const begin = () => {
    const seed = newSeed();
    const asked = drawTest(content.modules, { seed, drawn: [] }, total);
    go("question", { ...NO_TEST, seed, asked, attempt: 1 });
  };
  return (
    <>
      <h2>{word("kennischeck.test")}</h2>
      <p>{word("kennischeck.test_intro", { total })}</p>
      {norm !== null && <p class="ps-note">{word("kennischeck.test_norm", { norm, total })}</p>}
      <Problem text={isWrong ? word("kennischeck.test_norm_wrong", { total }) : ""} />
      <PrivacyNote id="kennischeck.test_private" />
      <Buttons>
        {isBegun ? (
          <Button main onClick={() => go("question")}>
            {word("kennischeck.test_on")}
          </Button>
        ) : (
          <Button main onClick={begin}>
            {word("kennischeck.test_begin")}
          </Button>
        )}
        {!isInPage() && (
          <ModuleLink module={null} ask={ask} classes="ps-button ps-link">
            {word("kennischeck.test_back")}
          </ModuleLink>
        )}
      </Buttons>
      <LastRow />
    </>
  );
}

function QuestionScreen() {
  const { content, word } = useApp<QuizContent>();
  const { memory, keep, go } = useProgress<TestMemory>();
  const [problem, setProblem] = useState("");
  const questions = questionsOf(content.modules, memory.asked);
  const total = questions.length;
  const at = Math.min(Math.max(memory.at, 0), total - 1);
  const { question } = questions[at];
  const isLast = at === total - 1;
  const done = total - openNumbers(questions, memory.answers).length;
  // Who leaves an order as it is, has answered with it.
  const standing = { [question.id]: standingAnswer(question, memory) };
  const answers = { ...memory.answers, ...standing };
  const open = openNumbers(questions, answers);

  const choose = (answer: Answer) => {
    setProblem("");
    keep({ answers: { ...memory.answers, [question.id]: answer } });
  };
  const goTo = (index: number) => go("question", { at: index, answers });
  const handIn = () => {
    if (open.length > 0) setProblem(word("kennischeck.test_open_ones", { n: open.join(", ") }));
    else go("result", { answers, day: today() });
  };

  return (
    <>
      <h2>{word("kennischeck.test_question", { n: at + 1, total })}</h2>
      <ProgressBar done={done} total={total}>
        {word("kennischeck.test_progress", { done, total })}
      </ProgressBar>
      <section class="ps-question">
        <AnswerForm question={question} onChoose={choose} />
      </section>
      <Problem text={problem} />
      <Buttons>
        {at > 0 && <Button onClick={() => goTo(at - 1)}>{word("kennischeck.test_before")}</Button>}
        {!isLast && (
          <Button main onClick={() => goTo(at + 1)}>
            {word("kennischeck.test_next")}
          </Button>
        )}
        {problem && (
          <Button onClick={() => goTo(open[0] - 1)}>
            {word("kennischeck.test_to_open", { n: open[0] })}
          </Button>
        )}
        {(isLast || open.length === 0) && (
          <Button main={isLast} onClick={handIn}>
            {word("kennischeck.test_hand_in")}
          </Button>
        )}
      </Buttons>
      <LastRow back="start" backWord={word("kennischeck.test_explain")} />
    </>
  );
}
