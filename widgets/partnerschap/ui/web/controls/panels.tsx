// Parts of a screen under their own titles.

import type { ComponentChildren } from "preact";
import "./panels.css";

interface PanelProps {
  title: string;
  children: ComponentChildren;
}

export function Section({ title, children }: PanelProps) {
  return (
    <section class="ps-section">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

interface FoldedProps extends PanelProps {
  /** Beside those of every panel. */
  classes?: string;
  /** Hear that it was opened or folded. */
  onToggle?: (isOpen: boolean) => void;
}

/** A panel that is folded until somebody opens it. */
export function Folded({ title, classes = "", onToggle, children }: FoldedProps) {
  return (
    <details
      class={`ps-panel ${classes}`.trim()}
      onToggle={onToggle && (({ currentTarget }) => onToggle(currentTarget.open))}
    >
      <summary>{title}</summary>
      {children}
    </details>
  );
}
