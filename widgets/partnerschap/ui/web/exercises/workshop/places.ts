// Where a trainer is, for the browser's history: at the start, in a round, at a step of its conversation.
// Which other screen of a round is shown follows from the server.

import type { Place } from "../../lib/screen-history";
import { type Origin, screenOf, stepOf, type TrainerState } from "./state";

export const START_PLACE: Place = { screen: "start" };
export const GONE_PLACE: Place = { screen: "gone" };

export const roundPlace = (round: number | null): Place => ({ screen: "round", round });

/** The id of the round of a place; null elsewhere, or when it is the last one. */
export const roundOf = (place: Place | undefined): number | null =>
  typeof place?.round === "number" ? place.round : null;

/** Where a trainer is; null while coming in. */
export function placeOf(state: Pick<TrainerState, "stage" | "round">): Place | null {
  const screen = screenOf(state);
  const id = state.round?.view.id ?? null;
  const step = stepOf(state);
  switch (screen) {
    case "start":
      return START_PLACE;
    case "gone":
      return GONE_PLACE;
    case "waiting":
    case "stuck":
      return null;
    case "link":
      return { screen, round: id };
    default:
      return { ...roundPlace(id), ...(step !== undefined && { step }) };
  }
}

/**
 * Whether a trainer went on from one place to another; else the same entry stands for it now. What the
 * server does not undo has no way back: a round that closed, and a link that is kept.
 */
export function isStep(from: Place, to: Place, origin: Origin): boolean {
  if (origin !== "asked" || roundOf(to) === null) return false;
  if (from.round !== to.round) return true;
  if (from.screen !== to.screen) return to.screen === "link";
  return from.step !== undefined && to.step !== undefined && from.step !== to.step;
}
