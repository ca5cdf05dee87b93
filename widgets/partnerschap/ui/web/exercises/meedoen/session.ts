// What the kernel sends of a session (`participant_json` in `session_views.py`), and the answers of
// one participant in it.

import type { Sector } from "../../lib/app";
import type { EnterSession, JoinSession, SetFinished } from "../../protocol";
import type { Answer, FormContent, Item } from "../../questionnaire/content";
import type { ShownStep } from "../../results/step";

export type RoleId = JoinSession["role"];

/** A question about somebody's own part in a session, who asks it left out. */
export type WithoutWho =
  | Pick<EnterSession, "kind">
  | Pick<JoinSession, "kind" | "role">
  | Pick<SetFinished, "kind" | "finished">;

/** Answers about now, answers about half a year ago, and votes on importance. */
export const ANSWER_SETS = ["now", "then", "votes"] as const;
export type AnswerSet = (typeof ANSWER_SETS)[number];

/** By the id of the item. */
export type AnswerSets = Readonly<Record<AnswerSet, Readonly<Record<string, Answer>>>>;

/** Something for each answer set. */
export function bySet<Value>(make: (set: AnswerSet) => Value): Record<AnswerSet, Value> {
  // biome-ignore lint/suspicious/noThenProperty: so it is called in Python; nobody awaits it
  return { now: make("now"), then: make("then"), votes: make("votes") };
}

export const NO_ANSWERS: AnswerSets = bySet(() => ({}));

/** A session as somebody sees it who has its code. */
export interface Invitation {
  code: string;
  state: string;
  /** 1, 2, … */
  round: number;
  /** Ids. */
  roles: readonly string[];
  sector: Sector["id"];
  /** Whether the team fills in one form, on the trainer's screen. */
  together: boolean;
  min_group: number;
  retention_days: number;
  /** Whether it is an example. */
  demo: boolean;
}

/** What the server has of a participant. */
export interface OwnAnswers {
  role: string;
  finished: boolean;
  answers: Readonly<Record<string, Answer>>;
  then: Readonly<Record<string, Answer>>;
  /** Importance 1..3. */
  votes: Readonly<Record<string, number>>;
}

/** A session as somebody sees it who joined. */
export interface SessionView extends Invitation {
  /** What the server takes answers of now. */
  takes: readonly AnswerSet[];
  own: OwnAnswers;
  /** Null until the conversation begins. */
  shown: ShownStep | null;
}

/** What the server has, by answer set; nothing of somebody whom it does not know any more. */
export function storedAnswers(own?: OwnAnswers): AnswerSets {
  return bySet((set) => ({ ...(set === "now" ? own?.answers : own?.[set]) }));
}

/** The answers with one of them changed; null takes it away. */
export function withAnswer(
  answers: AnswerSets,
  set: AnswerSet,
  item: string,
  value: Answer | null,
): AnswerSets {
  const { [item]: _, ...others } = answers[set];
  return { ...answers, [set]: value === null ? others : { ...others, [item]: value } };
}

/** The items that a participant answers. */
export function itemsOf(content: FormContent, { own }: SessionView): Item[] {
  return content.items.filter(({ respondents }) => respondents.includes(own.role));
}

/** Whether an answer set is about an item. */
export function isAsked(
  content: FormContent,
  view: SessionView,
  set: AnswerSet,
  item: string,
): boolean {
  const items = set === "votes" ? content.items : itemsOf(content, view);
  return items.some(({ id }) => id === item);
}
