// The two who talk with each other, as faces. For who sees them only: their names stand by it.

import { Face } from "../../controls/drawn/face";
import type { Story } from "./talk";
import "./face.css";

export const Faces = ({ player, other }: Pick<Story, "player" | "other">) => (
  <span class="ps-faces">
    <Face face={other.face} />
    <Face face={player.face} />
  </span>
);
