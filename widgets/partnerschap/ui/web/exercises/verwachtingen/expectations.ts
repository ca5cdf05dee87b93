// What two sides expect of each other: the content to start from, and what a reader made of it.

import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import type { ExpectationSet, ExpectationsContent, Side, Theme } from "../../protocol";

export type { ExpectationSet, ExpectationsContent, Side, Theme };

export type Answer = "yes" | "no";

export interface Expectation {
  id: string;
  /** Id of the side that expects it. */
  side: string;
  text: string;
  /** Empty when none is chosen. */
  theme: string;
  /** Empty while nobody knows. */
  spoken: Answer | "";
  shared: Answer | "";
}

/** What is remembered. */
export interface ExpectationsMemory {
  expectations: Expectation[];
}

export const EMPTY: ExpectationsMemory = { expectations: [] };

/** The set that the page's address asks for, else the first one. */
export function chosenSet(sets: readonly ExpectationSet[], search: string): ExpectationSet {
  const asked = new URLSearchParams(search).get("set");
  const set = sets.find(({ id }) => id === asked) ?? sets[0];
  if (!set) throw new Error("no set of expectations in the content");
  return set;
}

/** Expectations as the content has room for them: those of its sides, with its themes. */
export function fitting(
  { sides, themes }: ExpectationSet,
  expectations: readonly Expectation[],
): Expectation[] {
  const known = new Set(themes.map(({ id }) => id));
  return expectations
    .filter(({ side }) => sides.some(({ id }) => id === side))
    .map((one) => (known.has(one.theme) ? one : { ...one, theme: "" }));
}

/** Add one; an id is not used again in the same list. */
export function withExpectation(
  expectations: readonly Expectation[],
  { side, text, theme }: Pick<Expectation, "side" | "text" | "theme">,
): Expectation[] {
  const last = Math.max(0, ...expectations.map(({ id }) => Number(id.slice("e".length))));
  return [...expectations, { id: `e${last + 1}`, side, text, theme, spoken: "", shared: "" }];
}

/** Whether both questions about it are answered. */
export const isMarked = ({ spoken, shared }: Expectation) => spoken !== "" && shared !== "";

/** What can be done next about each expectation. */
export interface Groups {
  agreed: Expectation[];
  /** Whatever else is known of it. */
  unspoken: Expectation[];
  disagreed: Expectation[];
  /** Something was left open, and it may have been spoken of. */
  unknown: Expectation[];
}

export function groupsOf(expectations: readonly Expectation[]): Groups {
  const isSpoken = ({ spoken }: Expectation) => spoken === "yes";
  return {
    agreed: expectations.filter((one) => isSpoken(one) && one.shared === "yes"),
    unspoken: expectations.filter(({ spoken }) => spoken === "no"),
    disagreed: expectations.filter((one) => isSpoken(one) && one.shared === "no"),
    unknown: expectations.filter((one) => !isMarked(one) && one.spoken !== "no"),
  };
}

/** The set that is open, and what is written down in it. */
export function useExpectations() {
  const { content } = useApp<ExpectationsContent>();
  const { memory, keep } = useProgress<ExpectationsMemory>();
  const set = chosenSet(content.sets, window.location.search);
  return {
    set,
    expectations: fitting(set, memory.expectations),
    add: (added: Pick<Expectation, "side" | "text" | "theme">) =>
      keep({ expectations: withExpectation(memory.expectations, added) }),
    change: (id: string, changes: Partial<Expectation>) =>
      keep({
        expectations: memory.expectations.map((one) =>
          one.id === id ? { ...one, ...changes } : one,
        ),
      }),
    remove: (id: string) =>
      keep({ expectations: memory.expectations.filter((one) => one.id !== id) }),
  };
}
