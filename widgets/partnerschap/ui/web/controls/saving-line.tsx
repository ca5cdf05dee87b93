// What is told of something that was sent: it is under way, it is kept, or why it is not.

import type { Ref } from "preact";
import "./saving-line.css";

export interface Told {
  text: string;
  /** Whether that is what is wrong. */
  isWrong?: boolean;
}

export const NOTHING_TOLD: Told = { text: "" };

interface SavingLineProps extends Told {
  /** For who moves the reader there; it takes the focus only from code. */
  place?: Ref<HTMLParagraphElement>;
}

export function SavingLine({ text, isWrong = false, place }: SavingLineProps) {
  return (
    <p
      class={isWrong && text ? "ps-saving ps-problem" : "ps-saving"}
      role="status"
      ref={place}
      tabIndex={place ? -1 : undefined}
    >
      {text}
    </p>
  );
}
