// What came too late: the round or the vote closed before it reached the server. What the server
// says is taken decides, and not which reply got through; each item counts once, and is told once.

import type { Memory, Outbox, Place } from "./outbox";
import {
  ANSWER_SETS,
  type AnswerSet,
  type AnswerSets,
  type OwnAnswers,
  type SessionView,
  storedAnswers,
} from "./session";

/** So many came too late. */
export interface LateCount {
  kind: "answers" | "votes";
  n: number;
}

const kindOf = (set: AnswerSet): LateCount["kind"] => (set === "votes" ? "votes" : "answers");

/**
 * Let nothing wait any more in an answer set that is not taken now, and write down what came too late.
 *
 * @param takes What the server takes now.
 * @param isMine Of a vote only what this tab changed is judged: another tab may have seen already
 *   that a vote is held. A round that has closed has closed for all.
 * @returns What is found to be too late.
 */
export function settle(
  { waiting, late }: Pick<Memory, "waiting" | "late">,
  takes: readonly AnswerSet[],
  stored: AnswerSets,
  isMine: (stamp: string) => boolean,
): Place[] {
  const found: Place[] = [];
  for (const set of ANSWER_SETS.filter((one) => !takes.includes(one))) {
    for (const [item, { value, stamp }] of Object.entries(waiting[set])) {
      if (set === "votes" && !isMine(stamp)) continue;
      delete waiting[set][item];
      // The reply may have got lost while the answer was taken.
      if ((stored[set][item] ?? null) !== value) found.push([set, item]);
    }
  }
  for (const [set, item] of found) if (!late[set].includes(item)) late[set].push(item);
  return found;
}

/** Forget what came too late in an answer set that is taken again. */
export function reopen(
  { late, told }: Pick<Memory, "late" | "told">,
  takes: readonly AnswerSet[],
): void {
  for (const set of takes) late[set] = [];
  for (const { kind, n } of countLate(late)) told[kind] = Math.min(told[kind], n);
}

/** How many of each kind came too late. */
export function countLate(late: Readonly<Memory["late"]>): LateCount[] {
  const n = { answers: 0, votes: 0 };
  for (const set of ANSWER_SETS) n[kindOf(set)] += late[set].length;
  return [
    { kind: "answers", n: n.answers },
    { kind: "votes", n: n.votes },
  ];
}

/** What came too late of one person in one session; told in one number a kind to who looks. */
export class LateAnswers {
  /** What this tab knows to be told, by itself or by another. */
  private told: Memory["told"];

  constructor(
    private readonly outbox: Outbox,
    private readonly tell: (late: LateCount[]) => void,
  ) {
    this.told = { ...outbox.memory.told };
  }

  /** The session may be elsewhere: judge what waits. */
  applyView(view: Pick<SessionView, "takes" | "own">): void {
    this.outbox.change((memory) => reopen(memory, view.takes));
    const { told } = this.outbox.memory;
    this.told = {
      answers: Math.min(this.told.answers, told.answers),
      votes: Math.min(this.told.votes, told.votes),
    };
    this.judge(view);
  }

  /** Judge what waits by the last view; gives what is found to be too late. */
  judge({ takes, own }: Pick<SessionView, "takes" | "own">): Place[] {
    let found: Place[] = [];
    this.outbox.change((memory) => {
      found = settle(memory, takes, storedAnswers(own), (stamp) => this.outbox.isMine(stamp));
    });
    return found;
  }

  /**
   * What is to be told when nothing is taken any more, and this browser forgets the session.
   *
   * @param own What was taken, if the server still tells.
   */
  atTheEnd(own?: OwnAnswers): LateCount[] {
    const { waiting, late } = structuredClone(this.outbox.memory); // it is forgotten, not kept
    settle({ waiting, late }, [], storedAnswers(own), () => true);
    return this.untold(late);
  }

  /** Somebody looks at this tab again; what another tab told meanwhile is known. */
  look(): void {
    this.told = { ...this.outbox.memory.told };
    this.tellNew();
  }

  /** Tell what is not told yet; the browser remembers that over a reload. */
  tellNew(): void {
    if (document.visibilityState === "hidden") return;
    const late = this.untold(this.outbox.memory.late);
    if (!late.length) return;
    for (const { kind, n } of countLate(this.outbox.memory.late)) this.told[kind] = n;
    this.outbox.change(({ told }) => Object.assign(told, this.told));
    this.tell(late);
  }

  private untold(late: Memory["late"]): LateCount[] {
    return countLate(late).filter(({ kind, n }) => n > this.told[kind]);
  }
}
