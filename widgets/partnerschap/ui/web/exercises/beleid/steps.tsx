// The way through the screens of a policy.

import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import { StepNav } from "../../writing/step-nav";
import { filledLines, type PolicyContent, type PolicyMemory } from "./policy";

const SCREENS = ["start", "topics", "check", "readers", "whole"] as const;

export function Steps() {
  const { content, word } = useApp<PolicyContent>();
  const { memory } = useProgress<PolicyMemory>();
  const isTopic = content.topics.some(({ id }) => id === memory.screen);
  const isComplete = content.topics.every(
    (topic) => filledLines(content, memory, topic).length === content.lines.length,
  );
  const steps = SCREENS.map((id, position) => ({
    id,
    name: word(`beleid.step_${id}`),
    mark: String(position + 1),
    shown: word(`beleid.step_${id}`),
    isDone: id === "topics" && isComplete,
  }));
  return (
    <StepNav
      label={word("beleid.steps")}
      steps={steps}
      current={isTopic ? "topics" : memory.screen}
      area="beleid"
    />
  );
}
