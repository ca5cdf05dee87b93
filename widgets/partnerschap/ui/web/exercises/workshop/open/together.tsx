// One form on one screen: the team talks about each item and chooses one answer together.

import { useMemo, useRef, useState } from "preact/hooks";
import { SavingLine } from "../../../controls/saving-line";
import { useApp } from "../../../lib/app";
import { useStore } from "../../../lib/store";
import { sectorOf, statementOf } from "../../../questionnaire/content";
import { Statements } from "../../../questionnaire/statements";
import { useRound } from "../context";
import { JointAnswers, shownAnswers } from "../joint-answers";
import { CloseButton } from "./close-button";

export function TogetherScreen() {
  const app = useApp();
  const { word, count } = app;
  const { trainer, view, content } = useRound();
  const [area, setArea] = useState(0);
  const last = useRef<HTMLDivElement>(null);
  const answers = useMemo(
    () =>
      new JointAnswers({
        trainer,
        roundId: view.id,
        words: app,
        lateText: (n) => count("workshop.late", n),
      }),
    [trainer, view.id],
  );
  const { pending, told } = useStore(answers);
  const sector = sectorOf(content, view.sector);
  const finish = () => {
    last.current?.scrollIntoView({ block: "center" });
    last.current?.focus();
  };
  return (
    <>
      <h2>{word("workshop.together")}</h2>
      <p>{word("workshop.together_what")}</p>
      <div>
        <Statements
          content={content}
          items={content.items}
          statement={(item) => statementOf(item, sector)}
          answers={shownAnswers(view.joint, pending)}
          area={area}
          onArea={setArea}
          onAnswer={(item, value) => void answers.choose(item.id, value)}
          status={<SavingLine {...told} />}
          finishWord={word("workshop.together_ready")}
          onFinish={finish}
        />
      </div>
      <div ref={last} tabIndex={-1}>
        <CloseButton />
      </div>
    </>
  );
}
