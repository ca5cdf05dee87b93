// The whole policy, with vision and plan where they are wanted, as files to take along.

import { Button, Buttons } from "../../controls/buttons";
import { FileButtons } from "../../controls/downloads";
import { ExerciseLink } from "../../controls/exercise-link";
import { Saved } from "../../controls/feedback";
import { KeepFile } from "../../controls/keep-file";
import { LastRow } from "../../controls/last-row";
import { Section } from "../../controls/panels";
import { useApp } from "../../lib/app";
import { courseAddress, exerciseAddress } from "../../lib/host";
import { useProgress } from "../../lib/screens";
import { describedSteps, recallSteps } from "../../plan/plan-memory";
import { isWritten, recallVision, wholeText } from "../../plan/vision";
import type { MakePolicy } from "../../protocol";
import { Draft } from "./lines";
import { described, type PolicyContent, type PolicyMemory } from "./policy";
import { Steps } from "./steps";

const FILES = ["policy.docx", "policy.pdf"] as const;

export function Whole() {
  const app = useApp<PolicyContent>();
  const { content, connection, word } = app;
  const { memory, go } = useProgress<PolicyMemory>();
  const vision = recallVision();
  const steps = recallSteps();
  const make = (file: string) =>
    connection.request({
      kind: "policy_file",
      file: file as MakePolicy["file"],
      ...described(content, memory),
      vision: memory.withVision && isWritten(vision) ? wholeText(content, vision, app) : "",
      plan: memory.withPlan ? describedSteps(steps) : [],
    });
  return (
    <>
      <Steps />
      <h2>{word("beleid.whole_heading")}</h2>
      <p>{word("beleid.whole_intro")}</p>
      <Section title={word("beleid.along_heading")}>
        <p>{word("beleid.along_intro")}</p>
        <Along part="vision" isThere={isWritten(vision)} />
        <Along part="plan" isThere={steps.length > 0} />
        <p class="ps-progress">
          <Saved />
        </p>
      </Section>
      <Section title={word("beleid.draft_heading")}>
        <Draft />
      </Section>
      <FileButtons files={FILES} make={make} />
      <p class="ps-hint">{word("beleid.files_what")}</p>
      <KeepFile />
      <Buttons>
        <Button onClick={() => go("readers")}>{word("exercise.previous")}</Button>
      </Buttons>
      <LastRow print />
    </>
  );
}

const EXERCISES = { vision: "visie", plan: "actieplan" } as const;
const PARTS = { vision: "withVision", plan: "withPlan" } as const;

/** Something of another exercise that can go along, or the way to that exercise. */
function Along({ part, isThere }: { part: keyof typeof PARTS; isThere: boolean }) {
  const { word } = useApp();
  const { memory, keep } = useProgress<PolicyMemory>();
  if (!isThere) {
    const id = EXERCISES[part];
    return (
      <div class="ps-note">
        <p>{word(`beleid.${part}_none`)}</p>
        <ExerciseLink
          target="_top"
          id={id}
          href={courseAddress(id) ?? exerciseAddress(id)}
          text={word(`beleid.to_${part}`)}
        />
      </div>
    );
  }
  return (
    <label class="ps-choice ps-along">
      <input
        type="checkbox"
        checked={memory[PARTS[part]]}
        onChange={({ currentTarget }) => keep({ [PARTS[part]]: currentTarget.checked })}
      />
      <span>{word(`beleid.with_${part}`)}</span>
    </label>
  );
}
