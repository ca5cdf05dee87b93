// The trainer's secret: made here, kept in the link and in this tab, and nowhere else.

const BYTES = 32;
const PLACE = "partnerschap:trainer";
const FORM = /[A-Za-z0-9_-]{43}/;

const IN_LINK = new RegExp(`#trainer=(${FORM.source})$`);
const ALONE = new RegExp(`^(${FORM.source})$`);

/** What this tab remembers. */
export interface Kept {
  token: string;
  /** Whether the trainer has yet to say that the link is kept. */
  fresh?: boolean;
  /** Id of the round that is open. */
  session?: number | null;
}

/** Make a secret of 256 bits, in the form that the kernel asks for. */
export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The secret in a link, or a bare one; null when there is none. */
export function secretIn(text: string): string | null {
  const tidy = text.trim();
  const [, token] = IN_LINK.exec(tidy) ?? ALONE.exec(tidy) ?? [];
  return token ?? null;
}

/** Of the link in the address, or else of this tab. */
export function recallSecret(): Kept | null {
  const inTab = read();
  const token = secretIn(window.location.hash);
  return token && token !== inTab?.token ? { token } : inTab;
}

/** Remember in this tab, and take the secret out of the address: that is on the beamer as well. */
export function keepSecret(kept: Kept): void {
  let isInTab = true;
  try {
    window.sessionStorage.setItem(PLACE, JSON.stringify(kept));
  } catch {
    isInTab = false; // then only the address can keep it
  }
  showAddress(kept.fresh || !isInTab ? hashOf(kept.token) : bareAddress());
}

export function forgetSecret(): void {
  try {
    window.sessionStorage.removeItem(PLACE);
  } catch {
    // Nothing was kept.
  }
  showAddress(bareAddress());
}

/** The end of an address that has the secret in it. */
export const hashOf = (token: string): string => `#trainer=${token}`;

/** The secret link, to keep. */
export const secretLink = (token: string): string =>
  window.location.origin + window.location.pathname + hashOf(token);

const bareAddress = () => window.location.pathname + window.location.search;

const showAddress = (address: string) =>
  window.history.replaceState(window.history.state, "", address);

function read(): Kept | null {
  try {
    const kept = JSON.parse(window.sessionStorage.getItem(PLACE) ?? "null");
    return kept && secretIn(String(kept.token)) ? kept : null;
  } catch {
    return null;
  }
}
