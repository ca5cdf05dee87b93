// Somebody in a conversation, as a face beside what they say. For who sees it only: a name stands by it.

import type { Story } from "./talk";
import "./face.css";

/** On whose side of the conversation: the one who is played, or the other. */
type Side = "player" | "other";

export interface FaceProps {
  of: Pick<Story[Side], "name">;
  side: Side;
}

export const Face = ({ of: { name }, side }: FaceProps) => (
  <span class={`ps-face ps-face-${side}`} aria-hidden="true">
    {name.charAt(0)}
  </span>
);

/** The two who talk with each other. */
export const Faces = ({ player, other }: Pick<Story, Side>) => (
  <span class="ps-faces">
    <Face of={other} side="other" />
    <Face of={player} side="player" />
  </span>
);
