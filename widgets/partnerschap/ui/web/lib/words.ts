// The catalogue of messages: placeholders, plurals and the words of a sector, filled in one place.
// tests/js and tests/content hold this and `partnerschap.content` to the same examples.

export type Values = Record<string, string | number>;

export interface Words {
  /** A message with its placeholders filled in. */
  word: (id: string, values?: Values) => string;
  /** The message that ends in `_one` or `_many`, with the number as `{n}`. */
  count: (id: string, n: number, values?: Values) => string;
}

/** Fill `{name}` in a text; a name without a value is left as it stands, `{{` is a plain brace. */
export function fill(text: string, values: Values): string {
  return text.replace(/\{\{|\}\}|\{(\w+)\}/g, (whole, name?: string) => {
    if (name === undefined) return whole.charAt(0);
    return Object.hasOwn(values, name) ? String(values[name]) : whole;
  });
}

/** Look messages up; an id that the catalogue does not have is shown itself. */
export function createWords(messages: Record<string, string>): Words {
  const word: Words["word"] = (id, values = {}) => fill(messages[id] ?? id, values);
  return {
    word,
    count: (id, n, values = {}) => word(`${id}_${n === 1 ? "one" : "many"}`, { n, ...values }),
  };
}

/** The text of the content in the words of a sector; what a team wrote itself is left alone. */
export function inSector(
  text: string,
  sector: { words: Values } | undefined,
  isOwn = false,
): string {
  return isOwn || !sector ? text : fill(text, sector.words);
}

/** Characters of a text where only its beginning is of use: read aloud, or in a list. */
const SHORT = 80;

/** The beginning of a long text, up to a word. */
export function shortened(text: string, longest = SHORT): string {
  if (text.length <= longest) return text;
  const start = text.slice(0, longest);
  return `${start.slice(0, start.lastIndexOf(" ") + 1 || longest).trimEnd()}…`;
}
