// The way through the screens of a vision, with how far each point is.

import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import { linesOf, PARTS, type VisionContent, type VisionMemory } from "../../plan/vision";
import { StepNav } from "../../writing/step-nav";

/** Of how many parts something is written. */
const STATES = ["empty", "half", "filled"];

export function Steps() {
  const { content, word } = useApp<VisionContent>();
  const { memory } = useProgress<VisionMemory>();
  const points = content.points.map((point, position) => {
    const { id, name } = point;
    const filled = PARTS.filter((part) => linesOf(memory, point, part).length > 0).length;
    const state = word(`visie.step_${STATES[filled]}`);
    return {
      id,
      name: word("visie.step_state", { name, state }),
      mark: String(position + 1),
      shown: name,
      isDone: filled === PARTS.length,
    };
  });
  const start = {
    id: "start",
    name: word("visie.step_start"),
    mark: word("visie.step_start_short"),
  };
  const text = { id: "text", name: word("visie.step_text"), mark: word("visie.step_text_short") };
  return (
    <StepNav
      label={word("visie.steps")}
      steps={[start, ...points, text]}
      current={memory.screen}
      area="visie"
    />
  );
}
