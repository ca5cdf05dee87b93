// What this browser remembers of a scan that somebody fills in alone; a plan can follow from it.

import { recall } from "../lib/storage";
import type { Answers } from "./content";

export interface ScanMemory {
  instrument: string | null;
  sector: string | null;
  role: string | null;
  answers: Answers;
  /** Position of the area that is open, among those of the form. */
  area: number;
  /** Of the answer code: chosen at random, once a fill-in. */
  number: number | null;
}

export const EMPTY_SCAN: ScanMemory = {
  instrument: null,
  sector: null,
  role: null,
  answers: {},
  area: 0,
  number: null,
};

/** Read what a scan remembered, from outside of it; answers that are no longer asked are left out. */
export function recallScan(exercise: string, itemIds: ReadonlySet<string>): ScanMemory {
  const memory = recall(exercise, EMPTY_SCAN);
  return { ...memory, answers: onlyItems(memory.answers, itemIds) };
}

/** The answers to some of the items. */
export function onlyItems(answers: Answers, itemIds: ReadonlySet<string>): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => itemIds.has(id)));
}
