// What a policy still lacks: line by line, as a whole, and beside what somebody answered in the scan.

import { inSector, type Values, type Words } from "../../lib/words";
import type { Answers } from "../../questionnaire/content";
import type { Finding } from "../../writing/findings";
import { longSentences, vagueWords, wordsOf } from "../../writing/plain-language";
import {
  begunTopics,
  filledLines,
  lineOf,
  type PolicyContent,
  type PolicyLine,
  type PolicyMemory,
} from "./policy";

type Word = Pick<Words, "word">;

/** From this answer on something is in place, as in the scan's own figures. */
const IN_PLACE = 4;

/** What to look at again in a line; what is written stays as it is. */
export function adviceOn(
  { vague, longest_sentence: longest }: Pick<PolicyContent, "vague" | "longest_sentence">,
  line: PolicyLine,
  text: string,
  { word }: Word,
): string[] {
  const found = [...new Set(vagueWords(text, [...vague, ...line.vague]))];
  const long = longSentences(text, longest).map((sentence) =>
    word("beleid.long", { n: wordsOf(sentence).length }),
  );
  const asked = word("beleid.vague", { words: found.join("’, ‘"), advice: line.advice });
  return found.length ? [asked, ...long] : long;
}

/** Look at each topic that was begun, and at what a policy says of itself. */
export function findingsOf(content: PolicyContent, memory: PolicyMemory, words: Word): Finding[] {
  const { word } = words;
  const topics = begunTopics(content, memory).map((topic): Finding => {
    const filled = filledLines(content, memory, topic);
    const open = content.lines.filter((line) => !filled.includes(line)).map(({ name }) => name);
    const isVague = filled.some(
      (line) => adviceOn(content, line, lineOf(memory, topic, line), words).length,
    );
    const advice = [
      ...(open.length ? [word("beleid.check_open", { lines: open.join("; ") })] : []),
      ...(isVague ? [word("beleid.check_vague")] : []),
    ];
    return { name: topic.name, state: advice.length ? "look" : "present", advice, screen: topic };
  });
  const whole = (name: string, isPresent: boolean, screen: string): Finding => ({
    name: word(`beleid.check_${name}`),
    state: isPresent ? "present" : "missing",
    advice: isPresent ? [] : [word(`beleid.check_${name}_missing`)],
    screen: { id: screen, name: word(`beleid.step_${screen}`) },
  });
  const hasParents = content.people.some(
    ({ id, parents }) => parents && memory.people.includes(id),
  );
  return [
    ...topics,
    whole("parents", hasParents, "start"),
    whole("changed", memory.changed.trim() !== "", "readers"),
    whole("found", memory.found.trim() !== "", "start"),
    whole("review", memory.review.trim() !== "", "start"),
  ];
}

interface Scan {
  answers: Answers;
  /** Whose words fill the statements. */
  sector: { words: Values } | undefined;
  /** Whether a vision goes along, which answers for its own points. */
  hasVision: boolean;
}

/** The points of the scan of which a policy says nothing, each with what was answered there. */
export function gapsOf(
  content: PolicyContent,
  memory: PolicyMemory,
  { word }: Word,
  { answers, sector, hasVision }: Scan,
): Finding[] {
  const begun = begunTopics(content, memory);
  const topics = content.topics.filter((topic) => !begun.includes(topic));
  const said = (source: string) =>
    content.items.flatMap((item) => {
      const answer = answers[item.id];
      if (!item.source.includes(source) || answer === undefined) return [];
      const statement = inSector(item.statement, sector);
      return [word(`beleid.scan_${kindOf(answer)}`, { statement })];
    });
  const vision = content.points.flatMap(({ source }) => said(source));
  const isVisionOpen = !hasVision;
  return [
    ...topics.map(
      (topic): Finding => ({
        name: topic.name,
        state: "missing",
        advice: said(topic.source),
        screen: topic,
      }),
    ),
    ...(isVisionOpen
      ? [
          {
            name: word("beleid.gap_vision"),
            state: "missing" as const,
            advice: [word("beleid.gap_vision_what"), ...vision],
            screen: { id: "whole", name: word("beleid.step_whole") },
          },
        ]
      : []),
  ];
}

/** What an answer to a statement of the scan says. */
function kindOf(answer: Answers[string]): "in_place" | "low" | "unknown" | "unfit" {
  if (typeof answer === "number") return answer >= IN_PLACE ? "in_place" : "low";
  return answer === "dont_know" ? "unknown" : "unfit";
}
