// Somebody in a conversation, as a face beside what they say. For who sees it only: a name stands by it.

import "./face.css";

interface FaceProps {
  name: string;
  /** On whose side of the conversation: the one who is played, or the other. */
  side: "player" | "other";
}

export const Face = ({ name, side }: FaceProps) => (
  <span class={`ps-face ps-face-${side}`} aria-hidden="true">
    {name.charAt(0)}
  </span>
);

/** The two who talk with each other. */
export const Faces = ({ player, other }: { player: string; other: string }) => (
  <span class="ps-faces">
    <Face name={other} side="other" />
    <Face name={player} side="player" />
  </span>
);
