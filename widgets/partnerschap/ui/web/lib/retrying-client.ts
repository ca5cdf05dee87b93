// Questions that are asked again until an answer comes: nobody loses an answer to a lost connection.

import { type Connection, Lost, type Question, type Reply } from "./connection";

/** After so long without an answer the page says so, in ms. */
export const SLOW_AFTER = 5_000;
/** How long to wait after an answer that asks for patience, in ms. */
export const RETRY_AFTER = 5_000;

/** Whether the same question may have another answer soon. */
export const isTransient = (reply: Reply): boolean =>
  reply.kind === "fault" && /^(wait|failed|storage_\w+)$/.test(reply.reason ?? "");

interface UntilFinal {
  /** Why it takes long: what the server says, or null when it says nothing. */
  onWait: (sentence: string | null) => void;
  /** Whether anybody still waits for it. */
  isWanted?: () => boolean;
  slowAfter?: number;
}

export class RetryingClient {
  /** What ends each pause at once. */
  private readonly pauses = new Set<() => void>();

  constructor(private readonly connection: Pick<Connection, "ask">) {}

  /** End the pauses: there is a connection, so what waits can be asked again. */
  retryNow(): void {
    for (const end of this.pauses) end();
  }

  pause(ms = RETRY_AFTER): Promise<void> {
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
   *
   * @param onSlow Told when it takes longer than `slowAfter`, in ms.
   * @returns Null when no answer comes.
   */
  async ask(question: Question, onSlow: () => void, slowAfter = SLOW_AFTER): Promise<Reply | null> {
    const timer = setTimeout(onSlow, slowAfter);
    try {
      return await this.connection.ask(question);
    } catch (error) {
      if (error instanceof Lost) return null;
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Ask until an answer comes that holds; the question may be asked twice without harm.
   *
   * @returns Null when nobody waits for it any more.
   */
  async askUntilFinal(
    question: Question,
    { onWait, isWanted = () => true, slowAfter }: UntilFinal,
  ): Promise<Reply | null> {
    while (isWanted()) {
      const reply = await this.ask(question, () => isWanted() && onWait(null), slowAfter);
      if (!reply) continue;
      if (!isTransient(reply)) return reply;
      if (isWanted()) onWait(reply.message ?? null);
      await this.pause();
    }
    return null;
  }
}
