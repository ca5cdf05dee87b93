// The way through the screens of a vision, with how far each point is.

import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import { linesOf, PARTS, type Point, type VisionContent, type VisionMemory } from "./vision";
import "../../styles/steps.css";

/** Of how many parts something is written. */
const STATES = ["empty", "half", "filled"];

export function Steps() {
  const { content, word } = useApp<VisionContent>();
  return (
    <nav class="ps-way" aria-label={word("visie.steps")}>
      <ol class="ps-steps">
        <li>
          <Step id="start" name={word("visie.step_start")} mark={word("visie.step_start_short")} />
        </li>
        {content.points.map((point, position) => (
          <li key={point.id}>
            <PointStep point={point} mark={String(position + 1)} />
          </li>
        ))}
        <li>
          <Step id="text" name={word("visie.step_text")} mark={word("visie.step_text_short")} />
        </li>
      </ol>
    </nav>
  );
}

function PointStep({ point, mark }: { point: Point; mark: string }) {
  const { word } = useApp();
  const { memory } = useProgress<VisionMemory>();
  const { id, name } = point;
  const filled = PARTS.filter((part) => linesOf(memory, point, part).length > 0).length;
  const state = word(`visie.step_${STATES[filled]}`);
  return (
    <Step
      id={id}
      name={word("visie.step_state", { name, state })}
      mark={mark}
      shown={name}
      isDone={filled === PARTS.length}
    />
  );
}

interface StepProps {
  /** Of the screen. */
  id: string;
  name: string;
  mark: string;
  /** What stands beside the mark. */
  shown?: string;
  isDone?: boolean;
}

function Step({ id, name, mark, shown, isDone = false }: StepProps) {
  const { memory, go } = useProgress<VisionMemory>();
  return (
    <button
      type="button"
      class={isDone ? "ps-step ps-step-done" : "ps-step"}
      style="--area: var(--ps-visie)"
      aria-current={memory.screen === id ? "step" : undefined}
      aria-label={name}
      title={name}
      onClick={() => go(id)}
    >
      <strong aria-hidden="true">{mark}</strong>
      {shown && (
        <span class="ps-step-name" aria-hidden="true">
          {shown}
        </span>
      )}
    </button>
  );
}
