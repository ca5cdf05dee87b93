// A small round sign beside words that say the same: it fits, it fits less, it is still open.

import "./mark.css";

export type MarkKind = "good" | "other" | "open";

const LINES: Record<MarkKind, string> = {
  good: "M6.5 12.5l3.7 3.7 7.3-8",
  other: "M8 8l8 8M16 8l-8 8",
  open: "",
};

export const Mark = ({ kind }: { kind: MarkKind }) => (
  <svg class={`ps-mark ps-mark-${kind}`} viewBox="0 0 24 24" aria-hidden="true">
    <circle cx="12" cy="12" r="10.5" />
    <path d={LINES[kind]} />
  </svg>
);
