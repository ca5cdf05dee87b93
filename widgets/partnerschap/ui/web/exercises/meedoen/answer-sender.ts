// Brings answers to the server, one request at a time, until all of them are acknowledged.

import type { Question, Reply } from "../../lib/connection";
import { isTransient, type RetryingClient } from "../../lib/retrying-client";
import type { SaveAnswers, SaveVotes } from "../../protocol";
import type { Entries, Outbox } from "./outbox";
import { ANSWER_SETS, type AnswerSet } from "./session";

/** Entries of one answer set, sent in one request. */
interface Batch {
  set: AnswerSet;
  entries: Entries;
}

/** How it stands: all acknowledged, under way, no answer for a while, or what the server says. */
export type SavingState =
  | { kind: "saved" | "saving" | "late" }
  | { kind: "fault"; message: string };

interface SenderOptions {
  client: RetryingClient;
  outbox: Outbox;
  onState: (state: SavingState) => void;
  /** The server does not take what was sent; after `drop` it is not sent again. */
  onRefused: (fault: Reply, drop: () => void) => void;
}

export class AnswerSender {
  private isRunning = false;
  private isStopped = false;
  private trouble: SavingState | null = null;
  private settling: (() => void)[] = [];

  constructor(private readonly options: SenderOptions) {}

  /** Tell how it stands, and go on sending if there is anything to send. */
  start(): void {
    this.tell();
    if (!this.isRunning) void this.run();
  }

  /** Ends when everything is acknowledged or refused. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.settling.push(resolve);
      this.start();
    });
  }

  stop(): void {
    this.isStopped = true;
    this.settling = [];
  }

  private tell(): void {
    if (this.isStopped) return;
    const { outbox, onState } = this.options;
    if (outbox.unsent() > 0) {
      onState(this.trouble ?? { kind: "saving" });
      return;
    }
    this.trouble = null;
    onState({ kind: "saved" });
    for (const resolve of this.settling.splice(0)) resolve();
  }

  private async run(): Promise<void> {
    const { client } = this.options;
    this.isRunning = true;
    for (let batch = this.next(); batch; batch = this.next()) {
      const reply = await client.ask(this.question(batch), () => this.tellLate());
      if (!reply) this.tellLate();
      else if (!this.handle(batch, reply)) await client.pause();
    }
    this.isRunning = false;
  }

  private tellLate(): void {
    this.trouble = { kind: "late" };
    this.tell();
  }

  /** All that is to be sent of one answer set. */
  private next(): Batch | null {
    if (this.isStopped) return null;
    for (const set of ANSWER_SETS) {
      const entries = this.options.outbox.mine(set);
      if (Object.keys(entries).length) return { set, entries };
    }
    return null;
  }

  private question({ set, entries }: Batch): Question {
    const values = Object.fromEntries(
      Object.entries(entries).map(([item, { value }]) => [item, value]),
    );
    const { code, memory } = this.options.outbox;
    const who = { code, token: memory.token ?? "" };
    return set === "votes"
      ? { kind: "vote", ...who, votes: values as SaveVotes["votes"] }
      : { kind: "save", ...who, moment: set, answers: values as SaveAnswers["answers"] };
  }

  /** Gives whether that was the answer; else the same is to be sent again. */
  private handle({ set, entries }: Batch, reply: Reply): boolean {
    if (this.isStopped) return true;
    const isAgain = isTransient(reply);
    this.trouble = isAgain ? { kind: "fault", message: reply.message ?? "" } : null;
    const drop = () => this.options.outbox.remove(set, entries);
    if (reply.kind === "saved") drop();
    else if (!isAgain) this.options.onRefused(reply, drop);
    this.tell();
    return !isAgain;
  }
}
