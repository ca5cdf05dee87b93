// The answers that a team chooses together, on their way to the server one after another, so that each
// knows the version that the one before it made.

import type { Told } from "../../controls/saving-line";
import { NOTHING_TOLD } from "../../controls/saving-line";
import { Store } from "../../lib/store";
import type { Words } from "../../lib/words";
import type { JointAnswer, TrainerReply } from "../../protocol";
import type { Answer } from "../../questionnaire/content";
import { faultOf, reasonOf } from "./state";
import type { Trainer } from "./trainer";

/** Null takes an answer away. */
type Choice = Answer | null;

interface JointState {
  /** What is chosen here and not acknowledged, by item: newer than what the kernel says of it. */
  pending: Readonly<Record<string, Choice>>;
  told: Told;
}

interface JointOptions {
  trainer: Pick<Trainer, "ask" | "getSnapshot" | "tell">;
  roundId: number;
  words: Pick<Words, "word">;
  /** What to tell above the next screen when answers came too late. */
  lateText: (n: number, message: string) => string;
}

export class JointAnswers extends Store<JointState> {
  private line: Promise<void> = Promise.resolve();
  /** How often each item is on its way. */
  private readonly underWay = new Map<string, number>();
  /** What came too late, by item: only the last choice counts. */
  private readonly late = new Map<string, Choice>();

  constructor(private readonly options: JointOptions) {
    super({ pending: {}, told: NOTHING_TOLD });
  }

  /** Choose; ends when it is kept, and gives whether it is. */
  choose(item: string, value: Choice): Promise<boolean> {
    const { pending } = this.getSnapshot();
    this.underWay.set(item, (this.underWay.get(item) ?? 0) + 1);
    this.update({
      pending: { ...pending, [item]: value },
      told: { text: this.options.words.word("workshop.saving") },
    });
    const saved = this.line.then(() => this.save(item, value));
    this.line = saved.then(() => {});
    return saved;
  }

  private async save(item: string, value: Choice): Promise<boolean> {
    const { trainer, roundId, words } = this.options;
    const version = this.stored(item)?.version ?? 0;
    const reply = await trainer.ask(roundId, { kind: "joint", item, value, version });
    this.acknowledge(item);
    const isKept = reply.kind === "view" || this.isKeptAnyway(reply, item, value);
    if (!isKept && reasonOf(reply) === "too_late") this.tellLate(item, value, faultOf(reply));
    else if (!isKept) this.update({ told: { text: faultOf(reply), isWrong: true } });
    else if (this.underWay.size === 0)
      this.update({ told: { text: words.word("workshop.saved") } });
    return isKept;
  }

  /** Asked twice after a lost connection, the second is refused while the first was carried out. */
  private isKeptAnyway(reply: TrainerReply, item: string, value: Choice): boolean {
    return reasonOf(reply) === "conflict" && (this.stored(item)?.value ?? null) === value;
  }

  private acknowledge(item: string): void {
    const n = (this.underWay.get(item) ?? 1) - 1;
    if (n > 0) {
      this.underWay.set(item, n);
      return;
    }
    this.underWay.delete(item);
    const { [item]: _, ...pending } = this.getSnapshot().pending;
    this.update({ pending });
  }

  /** The screen of the round as it is now has no place for it; what was kept after all is shown there. */
  private tellLate(item: string, value: Choice, message: string): void {
    const { trainer, lateText } = this.options;
    this.late.set(item, value);
    if (this.underWay.size > 0) return;
    const lost = [...this.late].filter(
      ([id, chosen]) => (this.stored(id)?.value ?? null) !== chosen,
    );
    this.update({ told: NOTHING_TOLD });
    if (lost.length) trainer.tell(lateText(lost.length, message));
  }

  private stored(item: string): JointAnswer | undefined {
    const { trainer, roundId } = this.options;
    const view = trainer.getSnapshot().round?.view;
    return view?.id === roundId ? view.joint.find((one) => one.item === item) : undefined;
  }
}

/** The answers as they are shown: what the kernel has, and over it what is on its way. */
export function shownAnswers(
  joint: readonly JointAnswer[],
  pending: JointState["pending"],
): Record<string, Answer> {
  const all = { ...Object.fromEntries(joint.map(({ item, value }) => [item, value])), ...pending };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, Answer] => entry[1] !== null),
  );
}
