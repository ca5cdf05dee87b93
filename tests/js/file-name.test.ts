// Names of files, held to the same examples as Python is (tests/report/test_formats.py).

import assert from "node:assert/strict";
import { test } from "node:test";
import { fileName, inFileName } from "../../widgets/partnerschap/ui/web/lib/file-name";
import examples from "../content/file-names.json";

for (const [text = "", part] of examples)
  test(`“${text}” in the name of a file`, () => assert.equal(inFileName(text), part));

test("what is empty has no place in the name of a file", () => {
  assert.equal(
    fileName(["geheime-link", "", "2026-11-26", "ABC234"], "txt"),
    "geheime-link-2026-11-26-abc234.txt",
  );
});
