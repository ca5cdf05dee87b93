// The name of a file that a page makes itself; `report/formats.py` names the kernel's in the same way.

/** Characters of a part. */
const LONGEST = 40;

/** A text as a part of a file's name: lower case letters, digits and dashes, or nothing. */
export function inFileName(text: string): string {
  const letters = text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
  const tidy = letters.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return tidy.slice(0, LONGEST).replace(/-$/, "");
}

/** A file's name out of parts, of which an empty one is left out. */
export const fileName = (parts: readonly string[], suffix: string): string =>
  `${parts.map(inFileName).filter(Boolean).join("-")}.${suffix}`;
