// Says at the foot of the screen whether everything that is filled in is with the server.

import { useApp } from "../../lib/app";
import { useParticipation } from "./context";
import { savingText } from "./state";
import "./saving-bar.css";

export function SavingBar() {
  const { word } = useApp();
  const { state, canKeep } = useParticipation();
  const { kind } = state.saving;
  const text = savingText(state, word, canKeep);
  return (
    // A screen reader need not say for every answer that it is under way.
    <p
      class="ps-sent"
      role="status"
      aria-busy={kind === "saving" ? "true" : "false"}
      data-state={text ? kind : ""}
    >
      {text}
    </p>
  );
}
