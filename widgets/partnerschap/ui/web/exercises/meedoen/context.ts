// What the screens of taking part share.

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { FormItem } from "../../protocol";
import { type FormContent, sectorOf, statementOf } from "../../questionnaire/content";
import type { Participant } from "./participant";
import type { SessionView } from "./session";
import type { ParticipantState } from "./state";

interface Participation {
  participant: Participant;
  state: ParticipantState;
  /** Whether this browser keeps anything. */
  canKeep: boolean;
}

export const ParticipationContext = createContext<Participation | null>(null);

export function useParticipation(): Participation {
  const participation = useContext(ParticipationContext);
  if (!participation) throw new Error("outside of a session");
  return participation;
}

interface JoinedSession extends Participation {
  view: SessionView;
  /** Of the session: its items, with the team's own. */
  content: FormContent;
  /** An item as this person reads it. */
  statement: (item: FormItem) => string;
}

/** The same on a screen of somebody who joined. */
export function useSession(): JoinedSession {
  const participation = useParticipation();
  const { stage } = participation.state;
  if (stage.kind !== "joined") throw new Error("not joined");
  const { view, content } = stage;
  const sector = sectorOf(content, view.sector);
  return {
    ...participation,
    view,
    content,
    statement: (item) => statementOf(item, sector, view.own.role),
  };
}
