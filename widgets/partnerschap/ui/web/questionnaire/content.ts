// What Python tells of a form (`partnerschap.ui.specification`), and how an item reads.

import { type Sector, type Specification, useApp } from "../lib/app";
import { inSector } from "../lib/words";

/** 1..5, or the id of an answer outside the scale. */
export type Answer = number | "dont_know" | "not_applicable";

/** By the id of the item. */
export type Answers = Readonly<Record<string, Answer>>;

export interface Action {
  id: string;
  text: string;
  /** Other words for it, by sector. */
  sectors: Readonly<Record<string, string>>;
}

export interface Item {
  id: string;
  area: string;
  /** Ids of tips; a point of the team's own has none. */
  source: readonly string[];
  /** Id of its scale. */
  scale: string;
  /** Ids of the roles that answer it. */
  respondents: readonly string[];
  statement: string;
  /** The statement as a parent reads it, where that differs. */
  parent: string | null;
  actions: readonly Action[];
}

export interface Area {
  id: string;
  name: string;
  short: string;
  /** Whether it is one of the five partnerships. */
  partnership: boolean;
}

interface Named {
  id: string;
  name: string;
}

export interface Instrument extends Named {
  summary: string;
  minutes: number;
  /** Ids. */
  items: readonly string[];
}

export interface Role extends Named {
  explanation: string;
}

export interface Tip {
  id: string;
  summary: string;
}

/** All that a form and its results are made of: of an exercise, or of one team session. */
export interface FormContent {
  language: string;
  instruments: readonly Instrument[];
  areas: readonly Area[];
  /** Five points in words, by the id of the scale. */
  scales: Readonly<Record<string, readonly string[]>>;
  extra_answers: readonly { id: Exclude<Answer, number>; name: string }[];
  /** Names of 1..3. */
  effort: readonly string[];
  impact: readonly string[];
  roles: readonly Role[];
  sectors: readonly Sector[];
  items: readonly Item[];
  tips: readonly Tip[];
}

/** The content of an exercise that is a form: it stands in the specification itself. */
export function useFormContent(): FormContent {
  return useApp().specification as Specification & FormContent;
}

/** The sector of an id; the first one when it is not known. */
export function sectorOf(content: FormContent, id: string | null | undefined): Sector | undefined {
  return content.sectors.find((one) => one.id === id) ?? content.sectors[0];
}

/** The area of the points that a team adds itself; the same as in `session/instrument.py`. */
const OWN_AREA = "own";

/**
 * An item as somebody reads it: in the words of the sector, and for a parent from a parent's side.
 * What a team wrote itself is left as it is.
 */
export function statementOf(item: Item, sector: Sector | undefined, role?: string | null): string {
  const text = (role === "parent" && item.parent) || item.statement;
  return inSector(text, sector, item.area === OWN_AREA);
}

/** An action as somebody of the sector reads it. */
export function actionTextOf(
  action: Pick<Action, "text" | "sectors">,
  sector: Sector | undefined,
): string {
  return inSector((sector && action.sectors[sector.id]) ?? action.text, sector);
}

/** Style of what has the colour of an area; a team's own points have none of their own. */
export const areaColour = (id: string) => `--area: var(--ps-${id}, var(--ps-accent))`;

/** The points of an item's scale, in words. */
export function pointsOf(content: FormContent, item: Item): readonly string[] {
  return content.scales[item.scale] ?? [];
}

/** An answer in words, also one outside the scale. */
export function answerName(content: FormContent, item: Item, answer: Answer): string {
  const extra = content.extra_answers.find(({ id }) => id === answer);
  return extra?.name ?? pointsOf(content, item)[Number(answer) - 1] ?? "";
}

/** The items of an instrument that a role answers. */
export function askedItems(
  content: FormContent,
  instrument: string | null,
  role: string | null,
): Item[] {
  const chosen = content.instruments.find(({ id }) => id === instrument);
  const items = new Map(content.items.map((item) => [item.id, item]));
  return (chosen?.items ?? [])
    .map((id) => items.get(id))
    .filter((item) => item !== undefined)
    .filter(({ respondents }) => role !== null && respondents.includes(role));
}
