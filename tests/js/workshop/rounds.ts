// A round as the kernel sends it to a trainer, and a trainer whose questions a test answers.

import { Trainer } from "../../../widgets/partnerschap/ui/web/exercises/workshop/trainer";
import type { Connection, Question } from "../../../widgets/partnerschap/ui/web/lib/connection";
import type {
  TrainerReply,
  TrainerSession,
  TrainerStep,
} from "../../../widgets/partnerschap/ui/web/protocol";
import { settle } from "../browser";
import { CONTENT, WORDS } from "../sample-team";

export const TOKEN = "t".repeat(43);
export const OTHER = "o".repeat(43);

const step = (id: string, kind: TrainerStep["kind"]): TrainerStep => ({
  id,
  kind,
  number: 0,
  title: id,
  minutes: 5,
  aim: "",
  say: "",
});

export function roundOf(changes: Partial<TrainerSession> = {}): TrainerSession {
  return {
    code: "ABCDEF",
    state: "open",
    step: "",
    round: 1,
    instrument: "kort",
    roles: ["parent"],
    sector: "school",
    together: false,
    min_group: 5,
    retention_days: 30,
    demo: false,
    id: 7,
    label: "",
    rounds: [],
    counts: [],
    batches: [],
    purge_after: "2027-01-01",
    purged: false,
    steps: [step("strengths", "strengths"), step("glance", "glance"), step("end", "end")],
    voters: 0,
    result: null,
    joint: [],
    plan: [],
    ...changes,
  };
}

export const viewed = (changes: Partial<TrainerSession> = {}): TrainerReply => ({
  kind: "view",
  view: roundOf(changes),
});

/** The same with the form, as who enters is sent it. */
export const entered = (changes: Partial<TrainerSession> = {}): TrainerReply => ({
  kind: "view",
  view: roundOf(changes),
  specification: { ...CONTENT, exercise: "workshop", messages: {} },
});

export const fault = (reason: string, message: string = reason): TrainerReply => ({
  kind: "fault",
  reason,
  message,
});

interface Asked {
  question: Question;
  answer: (reply: TrainerReply) => Promise<void>;
}

/** A trainer, and what it asks; each is answered by hand. */
export function leading() {
  const asked: Asked[] = [];
  const request = (question: Question) =>
    new Promise<TrainerReply>((resolve) => {
      asked.push({
        question,
        answer(reply) {
          resolve(reply);
          return settle();
        },
      });
    });
  const trainer = new Trainer({ request: request as Connection["request"] }, WORDS);
  const last = () => asked.at(-1);
  return {
    trainer,
    asked,
    /** Answer what was asked last. */
    answer: (reply: TrainerReply) => last()?.answer(reply) ?? Promise.resolve(),
    question: () => last()?.question as Record<string, unknown> | undefined,
  };
}

/** The same with a round that is open in front of the trainer. */
export async function inRound(changes: Partial<TrainerSession> = {}) {
  const leader = leading();
  void leader.trainer.openLink(TOKEN);
  await leader.answer(entered(changes));
  return leader;
}
