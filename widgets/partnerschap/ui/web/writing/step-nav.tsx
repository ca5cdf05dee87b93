// The way through the screens of a text that is written in steps.

import { useProgress } from "../lib/screens";
import "../styles/steps.css";
import "./step-nav.css";

export interface NavStep {
  /** Of the screen. */
  id: string;
  name: string;
  mark: string;
  /** What stands beside the mark where there is room. */
  shown?: string;
  isDone?: boolean;
}

interface StepNavProps {
  label: string;
  steps: readonly NavStep[];
  /** Id of the step that is open. */
  current: string;
  /** Of which it has the colour. */
  area: string;
}

export function StepNav({ label, steps, current, area }: StepNavProps) {
  const { go } = useProgress();
  return (
    <nav class="ps-way" aria-label={label}>
      <ol class="ps-steps">
        {steps.map(({ id, name, mark, shown, isDone }) => (
          <li key={id}>
            <button
              type="button"
              class={isDone ? "ps-step ps-step-done" : "ps-step"}
              style={`--area: var(--ps-${area})`}
              aria-current={id === current ? "step" : undefined}
              aria-label={name}
              title={name}
              onClick={() => go(id)}
            >
              <strong aria-hidden="true" translate={false}>
                {mark}
              </strong>
              {shown && (
                <span class="ps-step-name" aria-hidden="true">
                  {shown}
                </span>
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
