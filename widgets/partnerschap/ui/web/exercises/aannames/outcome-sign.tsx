// A sign for how a conversation ends, or for an ending that was not seen. Words stand beside it.

import type { EndingNode } from "./talk";

type Outcome = EndingNode["outcome"];

/** Two who go on together; a door that stands open; a clock for later; a question mark. */
const LINES: Record<Outcome | "unseen", string> = {
  good: "M9 15.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6zm14 0a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 24c.5-4 2.5-6 5-6s4 1.5 7 1.500S20.5 18 23 18s4.5 2 5 6",
  open: "M9 26V7h10v19M19 9l5 2.500V25l-5 1M5 26h22M15.5 17v1",
  not_yet: "M16 26a10 10 0 1 0 0-20 10 10 0 0 0 0 20zM16 10.500V16l4 2.5",
  unseen: "M12 12.500c0-5 8.5-5 8.5 0 0 3.5-4.5 3.5-4.5 7.500m0 4v.5",
};

export const OutcomeSign = ({ outcome }: { outcome: Outcome | null }) => (
  <svg class="ps-outcome-sign" viewBox="0 0 32 32" aria-hidden="true">
    <path d={LINES[outcome ?? "unseen"]} />
  </svg>
);
