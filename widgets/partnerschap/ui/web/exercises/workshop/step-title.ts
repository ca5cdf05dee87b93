// How a step of the conversation is called.

import type { Words } from "../../lib/words";
import type { ConversationStep } from "../../protocol";

/** Its title, with its number where there are more of its kind. */
export function stepTitle(
  { word }: Pick<Words, "word">,
  { title, number }: Pick<ConversationStep, "title" | "number">,
): string {
  return number ? word("workshop.step_of", { title, number }) : title;
}
