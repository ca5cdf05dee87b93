// What this browser keeps of a session: the token that says who fills in here, and the answers that
// the server has not acknowledged yet. What it has acknowledged is not kept here: others may use this
// device.

import { forget, recall, remember } from "../../lib/storage";
import type { Answer } from "../../questionnaire/content";
import { ANSWER_SETS, type AnswerSet, bySet } from "./session";

/** Null takes an answer away. */
export type Value = Answer | null;

/** The stamp says in which tab it was changed, and which change of that tab it was. */
export interface Entry {
  value: Value;
  stamp: string;
}

/** By the id of the item. */
export type Entries = Record<string, Entry>;

/** An item of an answer set. */
export type Place = [set: AnswerSet, item: string];

export interface Memory {
  token: string | null;
  /** Position of the area that was open. */
  area: number;
  /** Whether looking back was open. */
  back: boolean;
  /** How often somebody said to be ready, or went back to the answers. */
  turns: number;
  /** For the server to acknowledge. */
  waiting: Record<AnswerSet, Entries>;
  /** Ids of items that came too late; see `late-answers.ts`. */
  late: Record<AnswerSet, string[]>;
  /** Of how many of them it is told. */
  told: { answers: number; votes: number };
}

/** What another tab changed. */
export interface OtherTab {
  changed: { set: AnswerSet; item: string; value: Value }[];
  /** What it found to be too late. */
  late: Place[];
  /** Whether somebody said there to be ready, or went back to the answers. */
  isTurned: boolean;
}

const TOKEN = /^[\w-]{43}$/;
const TOKEN_BYTES = 32;
const TAB_BYTES = 6;

/** Random bytes in base64url. */
function random(bytes: number): string {
  const drawn = String.fromCharCode(...crypto.getRandomValues(new Uint8Array(bytes)));
  return btoa(drawn).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

const emptyMemory = (): Memory => ({
  token: null,
  area: 0,
  back: false,
  turns: 0,
  waiting: bySet(() => ({})),
  late: bySet(() => []),
  told: { answers: 0, votes: 0 },
});

function recallMemory(name: string): Memory {
  const kept = recall(name, emptyMemory());
  if (typeof kept.token !== "string" || !TOKEN.test(kept.token)) return emptyMemory();
  return { ...kept, waiting: { ...emptyMemory().waiting, ...kept.waiting } };
}

export class Outbox {
  private readonly name: string;
  private readonly tab = random(TAB_BYTES);
  private changes = 0;
  private current: Memory;
  /** Whether this browser keeps it; if not, it lives as long as the page. */
  isKept: boolean;

  /** @param code Of the session, as the server writes it. */
  constructor(readonly code: string) {
    this.name = `meedoen:${code}`;
    this.current = recallMemory(this.name);
    this.isKept = this.current.token !== null;
  }

  get memory(): Readonly<Memory> {
    return this.current;
  }

  /** Make the token of who fills in here, when there is none. */
  createToken(): void {
    if (this.current.token && !this.isKept) return;
    this.current = recallMemory(this.name); // another tab may have made one
    if (this.current.token) return;
    this.current = { ...emptyMemory(), token: random(TOKEN_BYTES) };
    this.isKept = remember(this.name, this.current);
  }

  /** Change the memory in place: what another tab changed meanwhile stays. */
  change(work: (memory: Memory) => void): void {
    const stored = this.isKept ? recallMemory(this.name) : this.current;
    const isSame = stored.token === this.current.token;
    if (isSame) this.current = stored;
    work(this.current);
    if (isSame && this.isKept) remember(this.name, this.current);
  }

  put(set: AnswerSet, item: string, value: Value): void {
    const stamp = this.nextStamp();
    this.change(({ waiting }) => {
      waiting[set][item] = { value, stamp };
    });
  }

  /** Let entries go that are acknowledged or refused, unless they changed meanwhile. */
  remove(set: AnswerSet, entries: Entries): void {
    this.change(({ waiting }) => {
      for (const [item, { stamp }] of Object.entries(entries)) {
        if (waiting[set][item]?.stamp === stamp) delete waiting[set][item];
      }
    });
  }

  /** Whether this tab made a change, by its stamp. */
  isMine(stamp: string): boolean {
    return stamp.startsWith(`${this.tab}.`);
  }

  /** What this tab is to send. */
  mine(set: AnswerSet): Entries {
    const entries = Object.entries(this.current.waiting[set]);
    return Object.fromEntries(entries.filter(([, { stamp }]) => this.isMine(stamp)));
  }

  /**
   * Take over what another tab, or the page before it was loaded again, did not send.
   *
   * @param fits Whether the session asks it.
   */
  adopt(fits: (set: AnswerSet, item: string) => boolean): void {
    if (!this.unsent()) return;
    this.change(({ waiting }) => {
      for (const set of ANSWER_SETS) {
        for (const [item, entry] of Object.entries(waiting[set])) {
          if (!fits(set, item)) delete waiting[set][item];
          // What is under way from here keeps its stamp: its reply has to find it.
          else if (!this.isMine(entry.stamp)) entry.stamp = this.nextStamp();
        }
      }
    });
  }

  /** How many answers are not acknowledged yet. */
  unsent(): number {
    return ANSWER_SETS.reduce((sum, set) => sum + Object.keys(this.current.waiting[set]).length, 0);
  }

  forget(): void {
    forget(this.name);
    this.current = emptyMemory();
    this.isKept = false; // what is still under way may not write it again
  }

  /** Take over what another tab wrote; `gone` when somebody else fills in here now. */
  hear(event: StorageEvent): "gone" | OtherTab | null {
    if (event.key !== null && !event.key.endsWith(`:${this.name}`)) return null;
    const stored = recallMemory(this.name);
    const known = this.current;
    if (stored.token !== known.token) return "gone";
    this.current = stored;
    const late = ANSWER_SETS.flatMap((set) =>
      stored.late[set]
        .filter((item) => !known.late[set].includes(item))
        .map((item): Place => [set, item]),
    );
    const written = waitingIn(event);
    const changed = ANSWER_SETS.flatMap((set) =>
      Object.entries(written[set])
        // What was changed again since then is not told any more.
        .filter(([item, { stamp }]) => (stored.waiting[set][item]?.stamp ?? stamp) === stamp)
        .map(([item, { value }]) => ({ set, item, value })),
    );
    return { changed, late, isTurned: stored.turns !== known.turns };
  }

  private nextStamp(): string {
    this.changes += 1;
    return `${this.tab}.${this.changes}`;
  }
}

/** What waited in the other tab; the server may have acknowledged it since. */
function waitingIn(event: StorageEvent): Memory["waiting"] {
  const { waiting } = emptyMemory();
  try {
    return { ...waiting, ...JSON.parse(event.newValue ?? "null")?.memory?.waiting };
  } catch {
    return waiting;
  }
}
