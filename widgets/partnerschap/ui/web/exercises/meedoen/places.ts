// Where somebody is while taking part, for the browser's history: at the screen for a code, in a
// session, and there in an area of a form. Which screen of a session is shown follows from the server.

import type { Place } from "../../lib/screen-history";
import { type ParticipantState, screenOf } from "./state";

export const CODE_PLACE: Place = { screen: "code" };

export const sessionPlace = (code: string): Place => ({ screen: "session", code });

/** The code of a place in a session; nothing elsewhere. */
export const codeOf = (place: Place | undefined): string | null =>
  typeof place?.code === "string" ? place.code : null;

/** The area of a form at a place, and which form it is. */
export const formOf = ({ area, isLookingBack }: Place) => ({
  area: typeof area === "number" ? area : 0,
  isLookingBack: isLookingBack === true,
});

/** Where somebody is; null while coming in. */
export function placeOf(state: ParticipantState): Place | null {
  const { stage, area } = state;
  switch (stage.kind) {
    case "code":
      return stage.busy ? null : CODE_PLACE;
    case "waiting":
      return null;
    case "role":
      return sessionPlace(stage.invitation.code);
    case "over":
      return sessionPlace(stage.code);
    case "joined": {
      const place = sessionPlace(stage.view.code);
      const screen = screenOf(state);
      const isLookingBack = screen === "look-back";
      return screen === "form" || isLookingBack ? { ...place, area, isLookingBack } : place;
    }
  }
}

/** Whether a reader went on from one place to another; else the same entry stands for it now. */
export function isStep(from: Place, to: Place): boolean {
  if (from.screen !== to.screen || from.code !== to.code) return true;
  return to.area !== undefined && (to.isLookingBack === true || from.area !== undefined);
}
