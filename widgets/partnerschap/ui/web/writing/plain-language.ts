// What makes a text hard to read: long sentences, and words that sound well and say little.

/** The words of a text; a dash or a number alone is none. */
export const wordsOf = (text: string): string[] =>
  text.split(/\s+/).filter((part) => /\p{L}/u.test(part));

/** The sentences of more words than `longest`. */
export const longSentences = (text: string, longest: number): string[] =>
  text
    .split(/[.?!:\n]+/)
    .filter((sentence) => wordsOf(sentence).length > longest)
    .map((sentence) => sentence.trim());

/** Of each beginning the first word of a text that begins so, as it stands there. */
export const vagueWords = (text: string, beginnings: readonly string[]): string[] =>
  beginnings.flatMap((start) => {
    const escaped = start.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return text.match(new RegExp(`(?<!\\p{L})${escaped}\\p{L}*`, "iu"))?.slice(0, 1) ?? [];
  });
