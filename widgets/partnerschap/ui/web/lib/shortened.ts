// A long text where only a part of it is of use: read aloud, or in a list.

/** Characters. */
const LONGEST = 80;

/** The beginning of a text, up to a word. */
export function shortened(text: string, longest = LONGEST): string {
  if (text.length <= longest) return text;
  const start = text.slice(0, longest);
  return `${start.slice(0, start.search(/\s+\S*$/) + 1 || longest).trimEnd()}…`;
}
