// @ts-check
// What this browser keeps of a session: the secret that says who fills in here, and what the server
// has not acknowledged yet. What it has acknowledged is not kept here: others may use this device.

import { forget, recall as recallAs, remember } from "../../lib/storage";

/** @typedef {"now" | "then" | "votes"} Part Answers, answers about half a year ago, and votes. */
/** @typedef {number | string | null} Value Null takes an answer away. */
/** @typedef {{value: Value, stamp: string}} Entry The stamp says in which tab and which change. */

/**
 * @typedef {object} Memory
 * @property {string | null} token
 * @property {number} area Position of the area that was open.
 * @property {boolean} back Whether looking back was open.
 * @property {number} turns How often somebody said to be ready, or went back to the answers.
 * @property {Record<Part, Record<string, Entry>>} waiting By item, for the server to acknowledge.
 * @property {Record<Part, string[]>} late Items that came too late; see `meedoen_late.js`.
 * @property {{answers: number, votes: number}} told Of how many of them it is told.
 */

/** @type {Part[]} */
export const PARTS = ["now", "then", "votes"];
const LAST = "meedoen";
const TOKEN = /^[\w-]{43}$/;
const TOKEN_BYTES = 32;

/** @param {number} bytes */
function random(bytes) {
  const drawn = String.fromCharCode(...crypto.getRandomValues(new Uint8Array(bytes)));
  return btoa(drawn).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @returns {Memory} */
const nothing = () => ({
  token: null,
  area: 0,
  back: false,
  turns: 0,
  waiting: { now: {}, then: {}, votes: {} },
  late: { now: [], then: [], votes: [] },
  told: { answers: 0, votes: 0 },
});

/** @param {string} name @returns {Memory} */
function recall(name) {
  const kept = recallAs(name, nothing());
  if (typeof kept.token !== "string" || !TOKEN.test(kept.token)) return nothing();
  return { ...kept, waiting: { ...nothing().waiting, ...kept.waiting } };
}

/** The code that was used here last, for who loads the page again. */
export const lastCode = () => /** @type {string | null} */ (recallAs(LAST, { code: null }).code);

/** @param {string | null} code @returns {boolean} Whether this browser keeps anything. */
export const rememberCode = (code) => remember(LAST, { code });

export class Kept {
  /** @param {string} code Of the session, as the server writes it. */
  constructor(code) {
    this.code = code;
    this.name = `meedoen:${code}`;
    this.tab = random(6);
    this.changes = 0;
    this.memory = recall(this.name);
    /** Whether this browser keeps it; if not, it lives as long as the page. */
    this.keeps = this.memory.token !== null;
  }

  /** Make the secret of who fills in here, when there is none. */
  begin() {
    this.memory = recall(this.name); // another tab may have made one
    if (this.memory.token) return;
    this.memory = { ...nothing(), token: random(TOKEN_BYTES) };
    this.keeps = remember(this.name, this.memory);
  }

  /** @param {(memory: Memory) => void} work */
  change(work) {
    const stored = this.keeps ? recall(this.name) : this.memory;
    const same = stored.token === this.memory.token;
    if (same) this.memory = stored; // another tab may have changed it
    work(this.memory);
    if (same && this.keeps) remember(this.name, this.memory);
  }

  /** @param {Part} part @param {string} item @param {Value} value */
  put(part, item, value) {
    const stamp = `${this.tab}.${++this.changes}`;
    this.change(({ waiting }) => {
      waiting[part][item] = { value, stamp };
    });
  }

  /**
   * Let entries go that are acknowledged or refused, unless they changed meanwhile.
   * @param {Part} part
   * @param {Record<string, Entry>} entries
   */
  drop(part, entries) {
    this.change(({ waiting }) => {
      for (const [item, { stamp }] of Object.entries(entries)) {
        if (waiting[part][item]?.stamp === stamp) delete waiting[part][item];
      }
    });
  }

  /** Whether this tab made a change, by its stamp. @param {string} stamp */
  isMine(stamp) {
    return stamp.startsWith(`${this.tab}.`);
  }

  /** What this tab is to send. @param {Part} part @returns {Record<string, Entry>} */
  mine(part) {
    const entries = Object.entries(this.memory.waiting[part]);
    return Object.fromEntries(entries.filter(([, { stamp }]) => this.isMine(stamp)));
  }

  /** Take over what another tab, or the page before it was loaded again, did not send.
   * @param {(part: Part, item: string) => boolean} fits Whether the session asks it.
   */
  adopt(fits) {
    if (!this.unsaved()) return;
    this.change(({ waiting }) => {
      for (const part of PARTS) {
        for (const [item, entry] of Object.entries(waiting[part])) {
          if (!fits(part, item)) delete waiting[part][item];
          // What is under way from here keeps its stamp: its reply has to find it.
          else if (!this.isMine(entry.stamp)) entry.stamp = `${this.tab}.${++this.changes}`;
        }
      }
    });
  }

  /** How much is not acknowledged yet. */
  unsaved() {
    return PARTS.reduce((sum, part) => sum + Object.keys(this.memory.waiting[part]).length, 0);
  }

  forget() {
    forget(this.name);
    this.memory = nothing();
  }

  /**
   * What another tab changed.
   * @param {StorageEvent} event
   * @returns {"gone" | {changed: [Part, string, Value][], late: [Part, string][], turned: boolean} | null}
   *   What was filled in, and what was found to be too late.
   */
  heard(event) {
    if (event.key !== null && !event.key.endsWith(`:${this.name}`)) return null;
    const stored = recall(this.name);
    if (stored.token !== this.memory.token) return "gone";
    const turned = stored.turns !== this.memory.turns;
    const known = this.memory.late;
    this.memory = stored;
    /** @type {[Part, string][]} */
    const late = PARTS.flatMap((part) =>
      stored.late[part]
        .filter((item) => !known[part].includes(item))
        .map((item) => /** @type {[Part, string]} */ ([part, item])),
    );
    /** @type {[Part, string, Value][]} */
    const changed = [];
    for (const part of PARTS) {
      for (const [item, { value, stamp }] of Object.entries(written(event).waiting[part])) {
        // What was changed again since then is not told any more.
        if ((stored.waiting[part][item]?.stamp ?? stamp) === stamp)
          changed.push([part, item, value]);
      }
    }
    return { changed, late, turned };
  }
}

/** What the other tab wrote; the server may have acknowledged it since. @param {StorageEvent} event */
function written(event) {
  try {
    return { ...nothing(), ...JSON.parse(event.newValue ?? "null")?.memory };
  } catch {
    return nothing();
  }
}
