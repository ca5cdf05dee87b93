// Generates protocol.ts from what the Python side prints as JSON Schema (`partnerschap.ui.protocol`):
//   npm run protocol
// Reads that JSON from the standard input; `--out FILE` writes another file.

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { text as readText } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { compile } from "json-schema-to-typescript";

const web = dirname(fileURLToPath(import.meta.url));
const biome = join(web, "../../../../node_modules/@biomejs/biome/bin/biome");
const { values } = parseArgs({ options: { out: { type: "string" } } });

const HEADER = `// What a page and its kernel say to each other, and the bounds that both keep to.
// Generated from partnerschap.ui.protocol by \`npm run protocol\`: change it there.
`;

/** The compiler wants one type of all; nothing uses it. */
const ROOT = "Unused";

/**
 * What TypeScript says better in its own words: bounds of a list are no types, and a fixed row of
 * values is a tuple.
 */
function forTypeScript(schema) {
  if (Array.isArray(schema)) return schema.map(forTypeScript);
  if (typeof schema !== "object" || schema === null) return schema;
  const { minItems, maxItems, prefixItems, ...rest } = schema;
  const copy = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, forTypeScript(value)]),
  );
  if (!prefixItems) return copy;
  return { ...copy, items: forTypeScript(prefixItems), additionalItems: false, minItems, maxItems };
}

const { schema, limits } = JSON.parse(await readText(process.stdin));
const types = await compile({ ...forTypeScript(schema), title: ROOT, type: "object" }, ROOT, {
  additionalProperties: false,
  bannerComment: HEADER,
  format: false,
  unreachableDefinitions: true,
});
const source = types
  .replace(/export interface Unused \{\s*\}\n/, "")
  // The compiler's own remark under every type; what stands in the docstring is kept.
  .replace(/ \* This interface was referenced by .*\n \* via the .*\n/g, "")
  .replace(/\/\*\*\n(?: \* *\n)* \*\/\n/g, "")
  .replace(/\/\*\*\n \* (.*)\n(?: \* *\n)* \*\//g, "/** $1 */");
const text = `${source}
/** Bounds that a page keeps to, so that it offers nothing that is refused; lengths in characters. */
export const LIMITS = ${JSON.stringify(limits)} as const;
`;
const formatted = spawnSync(
  process.execPath,
  [biome, "format", "--stdin-file-path=widgets/partnerschap/ui/web/protocol.ts"],
  { input: text, encoding: "utf8", cwd: join(web, "../../../..") },
);
if (formatted.status !== 0) throw new Error(formatted.stderr);
writeFileSync(values.out ?? join(web, "protocol.ts"), formatted.stdout);
