// @ts-check
// The trainer's secret: made here, kept in the link and in this tab, and nowhere else.

const BYTES = 32;
const PLACE = "partnerschap:trainer";
const FORM = /[A-Za-z0-9_-]{43}/;

/**
 * What this tab remembers.
 * @typedef {object} Kept
 * @property {string} token
 * @property {boolean} [fresh] Whether the trainer has yet to say that the link is kept.
 * @property {number | null} [session] The round that is open.
 */

/** Make a secret of 256 bits, in the form that the kernel asks for. */
export function newSecret() {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The secret in a link, or a bare one; null when there is none. @param {string} text */
export function secretIn(text) {
  const tidy = text.trim();
  const found =
    new RegExp(`#trainer=(${FORM.source})$`).exec(tidy) ??
    new RegExp(`^(${FORM.source})$`).exec(tidy);
  return found ? found[1] : null;
}

/** @returns {Kept | null} Of the link, or else of this tab. */
export function recallSecret() {
  const inTab = read();
  const token = secretIn(window.location.hash);
  return token && token !== inTab?.token ? { token } : inTab;
}

/**
 * Remember in this tab, and take the secret out of the address: that is on the beamer as well.
 * @param {Kept} kept
 */
export function keepSecret(kept) {
  let inTab = true;
  try {
    window.sessionStorage.setItem(PLACE, JSON.stringify(kept));
  } catch {
    inTab = false; // then only the address can keep it
  }
  const address = kept.fresh || !inTab ? `#trainer=${kept.token}` : bareAddress();
  window.history.replaceState(window.history.state, "", address);
}

export function forgetSecret() {
  try {
    window.sessionStorage.removeItem(PLACE);
  } catch {
    // Nothing was kept.
  }
  window.history.replaceState(window.history.state, "", bareAddress());
}

const bareAddress = () => window.location.pathname + window.location.search;

/** The secret link, to keep. @param {string} token */
export function secretLink(token) {
  return `${window.location.origin}${window.location.pathname}#trainer=${token}`;
}

/** @returns {Kept | null} */
function read() {
  try {
    const kept = JSON.parse(window.sessionStorage.getItem(PLACE) ?? "null");
    return kept && secretIn(String(kept.token)) ? kept : null;
  } catch {
    return null;
  }
}
