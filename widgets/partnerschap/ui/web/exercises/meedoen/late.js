// @ts-check
// What came too late: the round or the vote closed before it reached the server. What the server
// says is taken decides, and not which reply got through; each item counts once, and is told once.

import { PARTS } from "./kept.js";

/** @typedef {import("./kept.js").Part} Part */
/** @typedef {import("./kept.js").Value} Value */
/** @typedef {import("./kept.js").Memory} Memory */
/** @typedef {Record<Part, Record<string, Value>>} Stored What the server has, by item. */
/** @typedef {{kind: "answers" | "votes", n: number}[]} News */

/** @type {Record<Part, "answers" | "votes">} */
const KIND = { now: "answers", then: "answers", votes: "votes" };

/** What the server has of somebody. @param {any} [own] See `Own` in `session/answering.py`. @returns {Stored} */
export const storedOf = (own) => ({
  now: { ...own?.answers },
  then: { ...own?.then },
  votes: { ...own?.votes },
});

/**
 * Let nothing wait any more for a part that is not taken now, and write down what came too late.
 * @param {Memory} memory
 * @param {Part[]} takes What the server takes now.
 * @param {Stored} stored
 * @param {(stamp: string) => boolean} isMine Of a vote only what this tab changed is judged: another
 *   tab may have seen already that a vote is held. A round that has closed has closed for all.
 * @returns {[Part, string][]} What is found to be too late.
 */
export function settle({ waiting, late }, takes, stored, isMine) {
  /** @type {[Part, string][]} */
  const found = [];
  for (const part of PARTS.filter((one) => !takes.includes(one))) {
    for (const [item, { value, stamp }] of Object.entries(waiting[part])) {
      if (part === "votes" && !isMine(stamp)) continue;
      delete waiting[part][item];
      // The reply may have got lost while the answer was taken.
      if ((stored[part][item] ?? null) !== value) found.push([part, item]);
    }
  }
  for (const [part, item] of found) if (!late[part].includes(item)) late[part].push(item);
  return found;
}

/** Forget what came too late for a part that is taken again. @param {Memory} memory @param {Part[]} takes */
export function reopen({ late, told }, takes) {
  for (const part of takes) late[part] = [];
  for (const { kind, n } of counts(late)) told[kind] = Math.min(told[kind], n);
}

/** How many of each kind came too late. @param {Memory["late"]} late @returns {News} */
export function counts(late) {
  const n = { answers: 0, votes: 0 };
  for (const part of PARTS) n[KIND[part]] += late[part].length;
  return [
    { kind: "answers", n: n.answers },
    { kind: "votes", n: n.votes },
  ];
}

/** What came too late of one person in one session; told in one number a kind to who looks. */
export class Late {
  /**
   * @param {import("./kept.js").Kept} kept
   * @param {(news: News) => void} tell
   */
  constructor(kept, tell) {
    this.kept = kept;
    this.tell = tell;
    /** What this tab knows to be told, by itself or by another. */
    this.told = { ...kept.memory.told };
  }

  /** The session is elsewhere: judge what waits. @param {{takes: Part[], own: any}} view */
  moved(view) {
    this.kept.change((memory) => reopen(memory, view.takes));
    const { told } = this.kept.memory;
    this.told = {
      answers: Math.min(this.told.answers, told.answers),
      votes: Math.min(this.told.votes, told.votes),
    };
    this.judge(view);
  }

  /**
   * Judge what waits by the last view.
   * @param {{takes: Part[], own: any}} view
   * @returns {[Part, string][]} What is found to be too late.
   */
  judge({ takes, own }) {
    /** @type {[Part, string][]} */
    let found = [];
    this.kept.change((memory) => {
      found = settle(memory, takes, storedOf(own), (stamp) => this.kept.isMine(stamp));
    });
    return found;
  }

  /**
   * What is to be told when nothing is taken any more, and this browser forgets the session.
   * @param {any} [own] What was taken, if the server still tells.
   * @returns {News}
   */
  atTheEnd(own) {
    const { memory } = this.kept;
    settle(memory, [], storedOf(own), () => true);
    return counts(memory.late).filter(({ kind, n }) => n > this.told[kind]);
  }

  /** Somebody looks at this tab again; what another tab told meanwhile is known. */
  look() {
    this.told = { ...this.kept.memory.told };
    this.go();
  }

  /** Tell what is not told yet; the browser remembers that over a reload. */
  go() {
    if (document.visibilityState === "hidden") return;
    const all = counts(this.kept.memory.late);
    const news = all.filter(({ kind, n }) => n > this.told[kind]);
    if (!news.length) return;
    for (const { kind, n } of all) this.told[kind] = n;
    this.kept.change(({ told }) => Object.assign(told, this.told));
    this.tell(news);
  }
}
