// A session on the page of one participant, and the answers of that one in it.

import type {
  EnterSession,
  FormItem,
  JoinSession,
  Own,
  ParticipantSession,
  SetFinished,
} from "../../protocol";
import type { Answer, Answers, FormContent } from "../../questionnaire/content";

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

/** What the server has of a participant: of what was not answered it has nothing. */
export type OwnAnswers = Omit<Own, "answers" | "then"> & { answers: Answers; then: Answers };

/** A session as somebody sees it who joined. */
export type SessionView = Omit<ParticipantSession, "own"> & { own: OwnAnswers };

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
export function itemsOf(content: FormContent, { own }: SessionView): FormItem[] {
  return content.items.filter(({ respondents }) => respondents.some((role) => role === own.role));
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
