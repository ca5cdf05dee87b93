// A vision in the making: the points of the content, what was written at each, and the text they give.
// This browser remembers it; a policy can hold it.

import { tidy } from "../controls/fields";
import { recall } from "../lib/storage";
import type { Words } from "../lib/words";
import type { VisionPoint as Point, VisionContent } from "../protocol";

export type { Point, VisionContent };

export const PARTS = ["beliefs", "behaviours"] as const;

export type Part = (typeof PARTS)[number];

/** What is remembered. */
export interface VisionMemory {
  organisation: string;
  /** Ids of who helped to write. */
  people: string[];
  /** When it is looked at again. */
  review: string;
  /** The text of each part of each point, a line a sentence, by `keyOf`. */
  texts: Record<string, string>;
  /** The whole text, once it is changed by hand. */
  whole: string | null;
  /** What the points gave when the whole text was changed by hand. */
  base: string;
}

export const EMPTY_VISION: VisionMemory = {
  organisation: "",
  people: [],
  review: "",
  texts: {},
  whole: null,
  base: "",
};

export const keyOf = (point: Pick<Point, "id">, part: Part) => `${point.id}-${part}`;

/** The sentences that were written at a part of a point. */
export const linesOf = (
  { texts }: Pick<VisionMemory, "texts">,
  point: Pick<Point, "id">,
  part: Part,
): string[] => (texts[keyOf(point, part)] ?? "").split("\n").map(tidy).filter(Boolean);

/** Read what is remembered of a vision, from outside of its exercise. */
export const recallVision = (): VisionMemory => recall("visie", EMPTY_VISION);

/** Whether there is a vision: something at a point, or a text that was written by hand. */
export const isWritten = ({ texts, whole }: VisionMemory): boolean =>
  Boolean(whole?.trim()) || Object.values(texts).some((text) => text.trim());

/** The whole text: as it was changed by hand, else what the points give. */
export const wholeText = (
  content: VisionSource,
  memory: VisionMemory,
  words: Pick<Words, "word">,
): string => memory.whole ?? compose(content, memory, words);

/** What of the content a whole text needs. */
export interface VisionSource {
  points: readonly Pick<Point, "id" | "name">[];
  people: VisionContent["people"];
}

/** What the points and the names give together. */
export function compose(
  { points, people }: VisionSource,
  memory: VisionMemory,
  { word }: Pick<Words, "word">,
): string {
  const organisation = memory.organisation.trim();
  const title = organisation ? word("visie.title_of", { organisation }) : word("visie.title");
  const blocks = points.map((point) => {
    const beliefs = linesOf(memory, point, "beliefs");
    const behaviours = linesOf(memory, point, "behaviours").map((line) => `- ${line}`);
    if (beliefs.length + behaviours.length === 0) return [];
    const noticed = behaviours.length ? [word("visie.notice"), ...behaviours] : [];
    return [point.name, ...beliefs, ...noticed];
  });
  const names = people.filter(({ id }) => memory.people.includes(id)).map(({ name }) => name);
  const review = memory.review.trim();
  const end = [
    ...(names.length ? [word("visie.made_by", { people: listed(names, word) })] : []),
    ...(review ? [word("visie.review_line", { when: review })] : []),
  ];
  const parts = [[title], ...blocks, end].filter((lines) => lines.length > 0);
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** Names as a sentence has them, the last one after "and". */
function listed(names: string[], word: Words["word"]): string {
  const last = names.at(-1) ?? "";
  const rest = names.slice(0, -1);
  return rest.length ? word("visie.and", { rest: rest.join(", "), last }) : last;
}
