// Questions to the kernel over the widget's comm, each with its answer, and a way on when none comes.

import type { AnyModel } from "@anywidget/types";
import type {
  Fault,
  MakeVision,
  ParticipantRequest,
  PlanRequest,
  ScanRequest,
  TrainerRequest,
} from "../protocol";

/** How long the kernel may take to answer, in ms. */
const PATIENCE = 30_000;

/** No answer came in time. */
export class Lost extends Error {}

type Request = MakeVision | ParticipantRequest | PlanRequest | ScanRequest | TrainerRequest;
type Unnumbered<One> = One extends Request ? Omit<One, "number"> : never;

/** What the kernel is asked; the connection numbers it. */
export type Question = Unnumbered<Request>;

/**
 * What the kernel answers, of whatever widget; `data` is what came along as bytes.
 *
 * Who asks for `ScanReply` or another union of protocol.ts is told which fields each kind has.
 */
export interface Reply {
  kind: string;
  data?: DataView;
  /** Of a fault: what is wrong, in words. */
  message?: string;
  /** Of a fault: `lost` when no answer came. */
  reason?: string;
  // The one boundary where types are taken on trust: the tests of Python hold what it sends to them.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  [field: string]: any;
}

interface Waiting {
  ask: () => void;
  answer: (reply: Reply) => void;
}

/** Asks over a widget's comm; in any Jupyter, for it needs nothing but the model. */
export class Connection {
  private number = 0;
  private readonly waiting = new Map<number, Waiting>();

  constructor(
    private readonly model: AnyModel,
    private readonly patience = PATIENCE,
  ) {
    model.on("msg:custom", (reply: Reply & { number?: number }, buffers: DataView[] = []) => {
      const waiting = this.waiting.get(reply.number ?? 0);
      waiting?.answer(buffers.length ? { ...reply, data: buffers[0] } : reply);
    });
    // Only the course's own server tells this: the page has another kernel, or the same one after a
    // gap, so what was asked may have got lost.
    model.on("revived", () => {
      for (const question of this.waiting.values()) question.ask();
    });
  }

  /**
   * Ask the kernel something; once more when the connection was lost meanwhile, so a question must
   * do no harm when it is asked twice.
   *
   * @throws {Lost} When no answer comes in time.
   */
  ask<Answer extends { kind: string } = Reply>(
    question: Question,
    buffers: ArrayBuffer[] = [],
  ): Promise<Answer> {
    const number = ++this.number;
    return new Promise((resolve, reject) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const done = () => {
        clearTimeout(timer);
        this.waiting.delete(number);
      };
      const ask = () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          done();
          reject(new Lost());
        }, this.patience);
        this.model.send({ ...question, number }, undefined, buffers);
      };
      const answer = (reply: Reply) => {
        done();
        resolve(reply as Answer);
      };
      this.waiting.set(number, { ask, answer });
      ask();
    });
  }

  /** As `ask`; when no answer comes in time, the answer is a fault without a message: `lost`. */
  async request<Answer extends { kind: string } = Reply>(
    question: Question,
    buffers: ArrayBuffer[] = [],
  ): Promise<Answer> {
    try {
      return await this.ask<Answer>(question, buffers);
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
      // Every union of replies has a fault.
      const lost: Fault = { kind: "fault", message: "", reason: "lost" };
      return lost as { kind: string } as Answer;
    }
  }

  /** Wait until there is a connection again. */
  revived(): Promise<void> {
    return new Promise((resolve) => this.model.on("revived", () => resolve()));
  }
}
