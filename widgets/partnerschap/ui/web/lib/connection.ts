// Questions to the kernel over the widget's comm, each with its answer, and a way on when none comes.

import type { AnyModel } from "@anywidget/types";
import type {
  Fault,
  MakePolicy,
  MakeVision,
  ParticipantRequest,
  PlanRequest,
  ScanRequest,
  TrainerRequest,
} from "../protocol";

/** How long the kernel may take to answer, in ms. */
const PATIENCE = 30_000;
/** The same when it is known that nobody answers, in ms; not at once, for some ask again at once. */
const HOPELESS = 1000;

/** No answer came in time. */
export class Lost extends Error {}

type Request =
  | MakePolicy
  | MakeVision
  | ParticipantRequest
  | PlanRequest
  | ScanRequest
  | TrainerRequest;
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

/**
 * The part of an ipywidgets model that says whether there is a kernel behind it. anywidget hides that of
 * the widget itself, but passes on the model of its layout, which lives and ends with it.
 */
interface Lifeline {
  comm_live: boolean;
  on: (event: "comm_live_update", listener: () => void) => void;
}

interface Waiting {
  ask: () => void;
  answer: (reply: Reply) => void;
}

/** Asks over a widget's comm; in any Jupyter, for it needs nothing but the model. */
export class Connection {
  private number = 0;
  private readonly waiting = new Map<number, Waiting>();
  private readonly hearers = new Set<(message: Reply) => void>();
  private readonly revivals = new Set<() => void>();
  /** Undefined on the course's own server, which finds another kernel by itself. */
  private readonly lifeline?: Lifeline;

  constructor(
    private readonly model: AnyModel,
    private readonly patience = PATIENCE,
  ) {
    model.on(
      "msg:custom",
      (reply: Reply & { number?: number | null }, buffers: DataView[] = []) => {
        const message = buffers.length ? { ...reply, data: buffers[0] } : reply;
        // Without a number the kernel tells it by itself.
        if (reply.number === undefined) for (const hear of this.hearers) hear(message);
        else this.waiting.get(reply.number ?? 0)?.answer(message);
      },
    );
    const askAgain = () => {
      for (const question of this.waiting.values()) question.ask();
    };
    const revive = () => {
      askAgain();
      for (const listener of this.revivals) listener();
    };
    // Only the course's own server tells this: the page has another kernel, or the same one after a
    // gap, so what was asked may have got lost.
    model.on("revived", revive);
    const layout = model.get("layout");
    if (typeof layout?.comm_live === "boolean") this.lifeline = layout;
    // Also when it ends: then who waits need not wait as long.
    this.lifeline?.on("comm_live_update", () => (this.isLive ? revive() : askAgain()));
  }

  /** Whether there is a kernel, as far as is known: not after a restart in JupyterLab, for example. */
  get isLive(): boolean {
    return this.lifeline?.comm_live ?? true;
  }

  /** Hear when that changes. */
  onLive(listener: () => void): void {
    this.lifeline?.on("comm_live_update", listener);
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
        const patience = this.isLive ? this.patience : HOPELESS;
        timer = setTimeout(() => {
          done();
          reject(new Lost());
        }, patience);
        if (this.isLive) this.model.send({ ...question, number }, undefined, buffers);
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

  /** Hear what the kernel tells without being asked; gives what ends that. */
  onTold(listener: (message: Reply) => void): () => void {
    this.hearers.add(listener);
    return () => this.hearers.delete(listener);
  }

  /** Hear that there is a connection again; gives what ends that. */
  onRevived(listener: () => void): () => void {
    this.revivals.add(listener);
    return () => this.revivals.delete(listener);
  }

  /** Wait until there is a connection again. */
  revived(): Promise<void> {
    return new Promise((resolve) => this.model.on("revived", () => resolve()));
  }
}
