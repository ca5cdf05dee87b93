// What a vision still lacks: it looks whether something is there, not whether it is true.

import type { Words } from "../../lib/words";
import { linesOf, type VisionContent, type VisionMemory } from "../../plan/vision";
import type { Finding } from "../../writing/findings";
import { longSentences, vagueWords, wordsOf } from "../../writing/plain-language";

/** Fewer words than this say nothing about how a text reads. */
const TOO_FEW = 8;

/** Look at the points, at who wrote, and at the whole text as it is now. */
export function findingsOf(
  content: VisionContent,
  memory: VisionMemory,
  { word }: Pick<Words, "word">,
  text: string,
): Finding[] {
  const start = { id: "start", name: word("visie.step_start") };
  const withoutBehaviour = content.points.filter(
    (point) => linesOf(memory, point, "behaviours").length === 0,
  );
  const hasParents = content.people.some(
    ({ id, parents }) => parents && memory.people.includes(id),
  );
  const finding = (
    name: string,
    isPresent: boolean,
    advice: string,
    { id, name: screenName }: { id: string; name: string },
  ): Finding => ({
    name,
    state: isPresent ? "present" : "missing",
    advice: isPresent ? [] : [advice],
    screen: { id, name: screenName },
  });
  return [
    ...content.points.map((point) =>
      finding(
        point.name,
        linesOf(memory, point, "beliefs").length > 0,
        word("visie.check_point_missing"),
        point,
      ),
    ),
    finding(
      word("visie.check_behaviour"),
      withoutBehaviour.length === 0,
      word("visie.check_behaviour_missing", {
        points: withoutBehaviour.map(({ name }) => name).join(", "),
      }),
      withoutBehaviour[0] ?? start,
    ),
    finding(word("visie.check_parents"), hasParents, word("visie.check_parents_missing"), start),
    finding(
      word("visie.check_review"),
      memory.review.trim() !== "",
      word("visie.check_review_missing"),
      start,
    ),
    plainness(content, word, text),
  ];
}

/** Whether the sentences are short and say something. */
function plainness(
  { longest_sentence: longest, vague }: VisionContent,
  word: Words["word"],
  text: string,
): Finding {
  const name = word("visie.check_plain");
  if (wordsOf(text).length < TOO_FEW) {
    return { name, state: "look", advice: [word("visie.check_empty")], screen: null };
  }
  const long = longSentences(text, longest).map((sentence) =>
    word("visie.check_long", { n: wordsOf(sentence).length, sentence }),
  );
  const found = vagueWords(text, vague);
  const advice = found.length
    ? [...long, word("visie.check_vague", { words: found.join(", ") })]
    : long;
  return { name, state: advice.length ? "look" : "present", advice, screen: null };
}
