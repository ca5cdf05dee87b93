// A filled-in answer sheet that a reader chooses from this computer.

import type { Words } from "../lib/words";
import { LIMITS } from "../protocol";

/** What the field for a file offers. */
export const SHEET_SUFFIXES = ".csv,.xlsx";

/** Why a file cannot be an answer sheet, before it is sent; empty when it can. */
export function sheetProblem({ word }: Words, chosen: File | undefined): string {
  if (!chosen) return word("form.sheet_none");
  if (!/\.(csv|xlsx)$/i.test(chosen.name)) return word("form.sheet_suffix");
  if (chosen.size > LIMITS.sheetBytes)
    return word("form.sheet_large", { limit: LIMITS.sheetBytes / 1024 / 1024 });
  return "";
}
