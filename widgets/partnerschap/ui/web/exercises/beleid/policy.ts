// A policy in the making: the topics of the content, and what was written at the lines of each.

import { tidy } from "../../controls/fields";
import type { MakePolicy, PolicyContent, PolicyLine, PolicyTopic } from "../../protocol";

export type { PolicyContent, PolicyLine, PolicyTopic };

/** What is remembered. */
export interface PolicyMemory {
  organisation: string;
  sector: string | null;
  /** Ids of who helped to write. */
  people: string[];
  /** Where parents find it. */
  found: string;
  /** When it is looked at again. */
  review: string;
  /** What became different because parents read it. */
  changed: string;
  /** The text of each line of each topic, by `keyOf`. */
  lines: Record<string, string>;
  /** Whether the vision and the plan of this browser go into the files. */
  withVision: boolean;
  withPlan: boolean;
}

export const EMPTY: PolicyMemory = {
  organisation: "",
  sector: null,
  people: [],
  found: "",
  review: "",
  changed: "",
  lines: {},
  withVision: true,
  withPlan: true,
};

type Ids = Pick<PolicyTopic, "id">;

export const keyOf = (topic: Ids, line: Pick<PolicyLine, "id">) => `${topic.id}-${line.id}`;

/** What was written at a line, without spaces around it. */
export const lineOf = (
  { lines }: Pick<PolicyMemory, "lines">,
  topic: Ids,
  line: Pick<PolicyLine, "id">,
): string => tidy(lines[keyOf(topic, line)] ?? "");

/** The lines of a topic at which something was written. */
export const filledLines = (
  content: Pick<PolicyContent, "lines">,
  memory: Pick<PolicyMemory, "lines">,
  topic: Ids,
): PolicyLine[] => content.lines.filter((line) => lineOf(memory, topic, line));

/** The topics at which something was written. */
export const begunTopics = (
  content: Pick<PolicyContent, "lines" | "topics">,
  memory: Pick<PolicyMemory, "lines">,
): PolicyTopic[] =>
  content.topics.filter((topic) => filledLines(content, memory, topic).length > 0);

/** What the lines become with an example at those that are still empty. */
export function withExample(
  content: Pick<PolicyContent, "lines">,
  memory: Pick<PolicyMemory, "lines">,
  topic: PolicyTopic,
  sector: string,
): Record<string, string> {
  const example = topic.examples[sector];
  const empty = content.lines.filter((line) => !lineOf(memory, topic, line));
  return {
    ...memory.lines,
    ...Object.fromEntries(empty.map((line) => [keyOf(topic, line), example?.[line.id] ?? ""])),
  };
}

/** A policy as the kernel makes a file of it, without vision and plan. */
export const described = (
  content: Pick<PolicyContent, "lines" | "topics">,
  memory: PolicyMemory,
): Omit<MakePolicy, "number" | "kind" | "file"> => ({
  organisation: memory.organisation,
  sector: memory.sector ?? "",
  people: memory.people,
  found: memory.found,
  review: memory.review,
  changed: memory.changed,
  topics: begunTopics(content, memory).map((topic) => ({
    id: topic.id,
    ...Object.fromEntries(content.lines.map((line) => [line.id, lineOf(memory, topic, line)])),
  })),
});
