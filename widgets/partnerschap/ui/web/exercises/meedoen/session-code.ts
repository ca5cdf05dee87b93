// The code of a session: as it is typed, as it stands in the address, and the one that was used last.

import { recall, remember } from "../../lib/storage";

/** Without the look-alikes 0 and O, 1, I and L. */
const CODE = /^[2-9A-HJKMNP-Z]{6}$/;

const LAST = "meedoen";

/** Of the address; a link that invites somebody has it. */
const PARAMETER = "sessie";

/** A code as somebody may have typed it. */
export const tidyCode = (typed: string): string => typed.replace(/[\s-]/g, "").toUpperCase();

export const isCode = (text: string): boolean => CODE.test(text);

/** The code that was used here last, for who loads the page again. */
export const lastCode = (): string | null =>
  recall<{ code: string | null }>(LAST, { code: null }).code;

/** Gives whether this browser keeps anything. */
export const rememberCode = (code: string | null): boolean => remember(LAST, { code });

/** The code in the address, as it stands there. */
export const invitedCode = (): string | null =>
  new URLSearchParams(window.location.search).get(PARAMETER);

/** Take the code out of the address: the next load of the page does not go there again. */
export function dropInvitation(): void {
  const address = new URL(window.location.href);
  address.searchParams.delete(PARAMETER);
  window.history.replaceState(window.history.state, "", address);
}
