// @ts-check
// Brings answers to the server, one request at a time, until all of them are acknowledged.

import { PARTS } from "./kept.js";
import { PAUSE, passes } from "./line.js";

/** @typedef {import("./kept.js").Part} Part */
/** @typedef {{part: Part, entries: Record<string, import("./kept.js").Entry>}} Batch */

/**
 * How it stands: all acknowledged, under way, no answer for a while, or what the server says.
 * @typedef {{kind: "saved" | "saving" | "late"} | {kind: "fault", message: string}} State
 */

export class Saver {
  /**
   * @param {object} options
   * @param {import("./line.js").Line} options.line
   * @param {import("./kept.js").Kept} options.kept
   * @param {(state: State) => void} options.tell
   * @param {(fault: any, drop: () => void) => void} options.refused When the server does not take
   *   what was sent; with `drop` it is not sent again.
   */
  constructor({ line, kept, tell, refused }) {
    this.line = line;
    this.kept = kept;
    this.tell = tell;
    this.refused = refused;
    this.running = false;
    this.stopped = false;
    /** @type {State | null} */
    this.trouble = null;
    /** @type {(() => void)[]} */
    this.settling = [];
  }

  /** Say how it stands, and go on sending if there is anything to send. */
  go() {
    this.say();
    if (!this.running) void this.run();
  }

  /** Ends when everything is acknowledged or refused. @returns {Promise<void>} */
  settled() {
    return new Promise((resolve) => {
      this.settling.push(resolve);
      this.go();
    });
  }

  say() {
    if (this.stopped) return;
    if (this.kept.unsaved() > 0) return this.tell(this.trouble ?? { kind: "saving" });
    this.trouble = null;
    this.tell({ kind: "saved" });
    for (const settled of this.settling.splice(0)) settled();
  }

  async run() {
    this.running = true;
    for (let batch = this.next(); batch; batch = this.next()) {
      const reply = await this.line.ask(this.question(batch), () => this.late());
      if (!reply) this.late();
      else if (!this.answered(batch, reply)) await this.line.pause(PAUSE);
    }
    this.running = false;
  }

  late() {
    this.trouble = { kind: "late" };
    this.say();
  }

  /** All that is to be sent of one part. @returns {Batch | null} */
  next() {
    if (this.stopped) return null;
    for (const part of PARTS) {
      const entries = this.kept.mine(part);
      if (Object.keys(entries).length) return { part, entries };
    }
    return null;
  }

  /** @param {Batch} batch */
  question({ part, entries }) {
    const values = Object.fromEntries(
      Object.entries(entries).map(([item, { value }]) => [item, value]),
    );
    const who = { code: this.kept.code, token: this.kept.memory.token };
    return part === "votes"
      ? { kind: "vote", ...who, votes: values }
      : { kind: "save", ...who, moment: part, answers: values };
  }

  /**
   * @param {Batch} batch
   * @param {any} reply
   * @returns {boolean} Whether that was the answer; else the same is to be sent again.
   */
  answered({ part, entries }, reply) {
    if (this.stopped) return true;
    const again = passes(reply);
    this.trouble = again ? { kind: "fault", message: reply.message } : null;
    const drop = () => this.kept.drop(part, entries);
    if (reply.kind === "saved") drop();
    else if (!again) this.refused(reply, drop);
    this.say();
    return !again;
  }

  stop() {
    this.stopped = true;
    this.settling = [];
  }
}
