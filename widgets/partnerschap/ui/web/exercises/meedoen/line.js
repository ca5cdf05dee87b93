// @ts-check
// Questions that are asked again until an answer comes: nobody loses an answer to a lost connection.

import { Connection, Lost } from "../../lib/connection";

/** After so long without an answer the page says so, in ms. */
export const LATE = 5_000;
/** The same where the server itself waits before it answers a wrong code. */
export const GUESSED = 12_000;
/** How long to wait after an answer that asks for patience, in ms. */
export const PAUSE = 5_000;

/** Whether the same question may have another answer soon. @param {any} reply */
export const passes = (reply) =>
  reply.kind === "fault" && /^(wait|failed|storage_\w+)$/.test(reply.reason ?? "");

export class Line {
  /** @param {import("@anywidget/types").AnyModel} model */
  constructor(model) {
    this.connection = new Connection(model);
    /** @type {Set<() => void>} */
    this.pauses = new Set();
  }

  /** End the pauses: there is a connection, so what waits can be asked again. */
  nudge() {
    for (const end of this.pauses) end();
  }

  /** @param {number} ms @returns {Promise<void>} */
  pause(ms) {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.pauses.delete(end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      this.pauses.add(end);
    });
  }

  /**
   * Ask once; a connection that comes back asks again by itself.
   * @param {object} question
   * @param {() => void} slow Told when it takes long.
   * @param {number} [late] How long that is, in ms.
   * @returns {Promise<any>} The reply, or null when none comes.
   */
  async ask(question, slow, late = LATE) {
    const patience = setTimeout(slow, late);
    try {
      return await this.connection.ask(question);
    } catch (error) {
      if (error instanceof Lost) return null;
      throw error;
    } finally {
      clearTimeout(patience);
    }
  }

  /**
   * Ask until an answer comes that holds.
   * @param {object} question May be asked twice without harm.
   * @param {(sentence: string | null) => void} tell Why it takes long: what the server says, or
   *   null when it says nothing.
   * @param {object} [options]
   * @param {() => boolean} [options.wanted] Whether anybody still waits for it.
   * @param {number} [options.late] After how long to tell, in ms.
   * @returns {Promise<any>} Null when nobody waits any more.
   */
  async insist(question, tell, { wanted = () => true, late = LATE } = {}) {
    while (wanted()) {
      const reply = await this.ask(question, () => wanted() && tell(null), late);
      if (!reply) continue;
      if (!passes(reply)) return reply;
      if (wanted()) tell(reply.message);
      await this.pause(PAUSE);
    }
    return null;
  }
}
