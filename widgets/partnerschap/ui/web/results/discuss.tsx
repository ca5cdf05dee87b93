// One item to talk about, large: the answers, a question to begin with, and one answer together.

import { useApp } from "../lib/app";
import { areaColour } from "../questionnaire/content";
import { AgreementBadge } from "./advice";
import { Distribution } from "./charts";
import { useResult } from "./context";
import { Groups, Unanimous } from "./items";
import { JointBadge } from "./joint";
import type { StepProps } from "./step";
import "./discuss.css";

export function DiscussStep({ shown: { step, joint }, joint: choose }: StepProps) {
  const { word } = useApp();
  const { figures, scores, statement, points } = useResult();
  // A trainer's screen has all items to discuss, a participant's only that of this step.
  const id = figures.discuss_first[step.number - 1] ?? figures.discuss_first[0];
  const score = id === undefined ? undefined : scores.get(id);
  if (!score) return <p>{word("result.discuss_none")}</p>;
  const isSplit = score.agreement_class === "two_camps";
  return (
    <div class="ps-discuss" style={areaColour(score.area)}>
      <p class="ps-discuss-item">{statement(score.id)}</p>
      <p>
        <AgreementBadge score={score} />
        <span class="ps-hint">
          {word("together.answers", {
            n: score.n_valid ?? 0,
            dont_know: score.dont_know ?? 0,
          })}
        </span>
      </p>
      {score.counts && (
        <Distribution counts={score.counts} points={points(score.id)} name={statement(score.id)} />
      )}
      <Unanimous score={score} />
      <p class="ps-quote">{word(isSplit ? "together.ask_two_camps" : "together.ask_spread")}</p>
      {score.groups ? (
        <Groups score={score} />
      ) : (
        <p class="ps-hint">{word("together.no_groups")}</p>
      )}
      {choose ? (
        choose(score.id)
      ) : (
        <JointBadge joint={joint} item={score.id} none={word("together.joint_none")} />
      )}
    </div>
  );
}
