// What Python tells of a form (`partnerschap.ui.specification`), and how an item reads.

import { type Sector, type Specification, useApp } from "../lib/app";
import { inSector } from "../lib/words";
import type { FormAction, FormItem, FormSpecification, Wording } from "../protocol";

/** 1..5, or the id of an answer outside the scale. */
export type Answer = number | Wording["id"];

/** By the id of the item. */
export type Answers = Readonly<Record<string, Answer>>;

/** All that a form and its results are made of: of an exercise, or of one team session. */
export type FormContent = Omit<FormSpecification, "exercise" | "messages">;

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
export function statementOf(
  item: FormItem,
  sector: Sector | undefined,
  role?: string | null,
): string {
  const text = (role === "parent" && item.parent) || item.statement;
  return inSector(text, sector, item.area === OWN_AREA);
}

/** An action as somebody of the sector reads it. */
export function actionTextOf(
  action: Pick<FormAction, "text" | "sectors">,
  sector: Sector | undefined,
): string {
  return inSector((sector && action.sectors[sector.id]) ?? action.text, sector);
}

/** Style of what has the colour of an area; a team's own points have none of their own. */
export const areaColour = (id: string) => `--area: var(--ps-${id}, var(--ps-accent))`;

/** The points of an item's scale, in words. */
export function pointsOf(content: FormContent, item: FormItem): readonly string[] {
  return content.scales[item.scale] ?? [];
}

/** An answer in words, also one outside the scale. */
export function answerName(content: FormContent, item: FormItem, answer: Answer): string {
  const extra = content.extra_answers.find(({ id }) => id === answer);
  return extra?.name ?? pointsOf(content, item)[Number(answer) - 1] ?? "";
}

/** The items of an instrument that a role answers. */
export function askedItems(
  content: FormContent,
  instrument: string | null,
  role: string | null,
): FormItem[] {
  const chosen = content.instruments.find(({ id }) => id === instrument);
  const items = new Map(content.items.map((item) => [item.id, item]));
  return (chosen?.items ?? [])
    .map((id) => items.get(id))
    .filter((item) => item !== undefined)
    .filter(({ respondents }) => respondents.some((one) => one === role));
}
