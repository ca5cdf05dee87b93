// Wipes the answers of a scan, after a question.

import { ConfirmButton } from "../../controls/confirm";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";

export function WipeButton() {
  const { word } = useApp();
  const { wipe } = useProgress();
  return (
    <ConfirmButton
      ask={word("form.wipe")}
      yes={word("exercise.wipe_yes")}
      no={word("exercise.wipe_no")}
      onConfirm={wipe}
    >
      {word("form.wipe_sure")}
    </ConfirmButton>
  );
}
