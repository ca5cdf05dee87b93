// A repeated measurement: the trainer's link gives the rounds of a team side by side.

import type { RoundComparison } from "../../protocol";
import "../../styles/exercise.css";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button, Buttons } from "../../controls/buttons";
import { ExerciseLink } from "../../controls/exercise-link";
import { LostNote } from "../../controls/lost-note";
import { Waiting } from "../../controls/waiting";
import { createExercise, useApp } from "../../lib/app";
import type { Reply } from "../../lib/connection";
import { moveTo } from "../../lib/focus";
import { forgetSecret, keepSecret, recallSecret } from "../../lib/trainer-link";
import { usePlace } from "../../lib/use-place";
import { useReply } from "../../lib/use-reply";
import type { FormContent } from "../../questionnaire/content";
import { WholeComparison } from "./comparison";
import { LinkScreen } from "./link-screen";

const LINK = { screen: "link" };
const ROUNDS = { screen: "rounds" };

function Main() {
  const { specification } = useApp();
  const [token, setToken] = useState(() => recallSecret()?.token ?? null);
  const [refusal, setRefusal] = useState("");
  const current = token ? ROUNDS : LINK;
  const [{ screen }, go] = usePlace(specification.exercise, { first: LINK, current });
  // Whoever comes to a screen from another one is taken to its heading.
  const isMoved = useRef(false);
  const view = useRef<HTMLDivElement>(null);
  const isOpen = screen === "rounds" && token !== null;
  useLayoutEffect(() => {
    const heading = isMoved.current ? view.current?.querySelector("h2") : null;
    if (heading) moveTo(heading);
    isMoved.current = true;
  }, [isOpen]);

  const enter = (given: string) => {
    setToken(given);
    setRefusal("");
    go(ROUNDS);
  };
  const leave = (why = "") => {
    // One that is wrong was never kept; another may be, for the trainer's page in this tab.
    if (!why) forgetSecret();
    setToken(null);
    setRefusal(why);
    go(LINK);
  };
  return (
    <div ref={view}>
      {isOpen ? (
        <RoundsScreen token={token} isMoved={isMoved.current} onLeave={leave} />
      ) : (
        <LinkScreen refusal={refusal} onLink={enter} />
      )}
    </div>
  );
}

interface RoundsScreenProps {
  token: string;
  /** Whether the reader came here from another screen, and not with the page. */
  isMoved: boolean;
  /** To another link; with what is wrong with this one. */
  onLeave: (why?: string) => void;
}

function RoundsScreen({ token, isMoved, onLeave }: RoundsScreenProps) {
  const { word, connection } = useApp();
  const { reply, ask, isSlow } = useReply(() => connection.request({ kind: "compare", token }));
  const isAgain = useRef(isMoved);
  const again = () => {
    isAgain.current = true;
    ask();
  };
  const isRefused = reply?.reason === "unknown_trainer";
  useLayoutEffect(() => {
    if (isRefused) onLeave(reply?.message);
  }, [isRefused]);

  if (!reply || isRefused) {
    return (
      <>
        <Waiting text={word("herhaalmeting.waiting")} />
        {isSlow && <LostNote isSlow onRetry={again} />}
      </>
    );
  }
  if (reply.kind === "compared") {
    return <RoundsView {...{ token, reply, isMoved: isAgain.current, onAgain: again, onLeave }} />;
  }
  if (reply.reason === "lost") return <LostNote onRetry={again} />;
  return (
    <>
      <p class="ps-problem" role="alert">
        {reply.message}
      </p>
      <Buttons>
        <Button main onClick={again}>
          {word("form.retry")}
        </Button>
      </Buttons>
    </>
  );
}

interface RoundsViewProps extends RoundsScreenProps {
  reply: Reply;
  onAgain: () => void;
}

function RoundsView({ token, reply, isMoved, onAgain, onLeave }: RoundsViewProps) {
  const { word } = useApp();
  const comparison: RoundComparison = reply.comparison;
  const content: FormContent = reply.specification;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    // The trainer's page in the same tab goes on with the round that it had open.
    keepSecret({ ...recallSecret(), token });
    if (isMoved && heading.current) moveTo(heading.current);
  }, []);
  const hasEnough = comparison.rounds.length > 1;
  return (
    <>
      {comparison.demo && <p class="ps-example">{word("herhaalmeting.example")}</p>}
      <h2 ref={heading}>
        {word("herhaalmeting.heading", {
          label: comparison.label || word("herhaalmeting.no_label"),
        })}
      </h2>
      {hasEnough ? (
        <WholeComparison comparison={comparison} content={content} />
      ) : (
        <p class="ps-note">{word("herhaalmeting.too_few")}</p>
      )}
      <Buttons quiet>
        <ExerciseLink
          id="workshop"
          text={word("herhaalmeting.to_session")}
          hash={`#trainer=${token}`}
        />
        <Button onClick={onAgain}>{word("herhaalmeting.again")}</Button>
        {hasEnough && <Button onClick={() => window.print()}>{word("herhaalmeting.print")}</Button>}
        <Button onClick={() => onLeave()}>{word("herhaalmeting.other_link")}</Button>
      </Buttons>
    </>
  );
}

export default createExercise(Main, "ps-rounds");
