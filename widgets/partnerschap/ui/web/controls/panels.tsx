// Parts of a screen under their own titles.

import type { ComponentChildren } from "preact";

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

/** A panel that is folded until somebody opens it. */
export function Folded({ title, children }: PanelProps) {
  return (
    <details class="ps-panel">
      <summary>{title}</summary>
      {children}
    </details>
  );
}
