// A filled-in answer sheet that a reader chooses from this computer.

import type { RefObject } from "preact";
import { useApp } from "../lib/app";
import type { Words } from "../lib/words";
import { LIMITS } from "../protocol";
import { Field } from "./fields";

interface SheetFieldProps {
  file: RefObject<HTMLInputElement | null>;
  /** What is wrong with the file. */
  problem?: string;
}

export function SheetField({ file, problem }: SheetFieldProps) {
  const { word } = useApp();
  return (
    <Field label={word("form.sheet_file")} problem={problem}>
      <input type="file" accept=".csv,.xlsx" ref={file} />
    </Field>
  );
}

/** Why a file cannot be an answer sheet, before it is sent; empty when it can. */
export function sheetProblem({ word }: Pick<Words, "word">, chosen: File | undefined): string {
  if (!chosen) return word("form.sheet_none");
  if (!/\.(csv|xlsx)$/i.test(chosen.name)) return word("form.sheet_suffix");
  if (chosen.size > LIMITS.sheetBytes)
    return word("form.sheet_large", { limit: LIMITS.sheetBytes / 1024 / 1024 });
  return "";
}
