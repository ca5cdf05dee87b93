// Ways out of a session on this device: to another code, or to another person.

import { Confirmation, ConfirmButton } from "../../controls/confirm";
import { useApp } from "../../lib/app";
import { useParticipation } from "./context";
import { dropInvitation, rememberCode } from "./session-code";

/** Leave the session on this page, and go to an empty field for a code. */
export function useLeave(): () => void {
  const { participant } = useParticipation();
  return () => {
    participant.leave();
    rememberCode(null);
    dropInvitation();
  };
}

export function OtherCodeButton() {
  const { word } = useApp();
  const { state } = useParticipation();
  const leave = useLeave();
  return (
    <ConfirmButton
      ask={word("meedoen.other_code")}
      yes={word("meedoen.leave_yes")}
      no={word("meedoen.leave_no")}
      isSafe={state.unsent === 0}
      onConfirm={leave}
    >
      {word("meedoen.leave_unsaved")}
    </ConfirmButton>
  );
}

interface LeaveQuestionProps {
  onLeave: () => void;
  onStay: () => void;
}

/** The same question to who goes back in the browser. */
export function LeaveQuestion({ onLeave, onStay }: LeaveQuestionProps) {
  const { word } = useApp();
  return (
    <Confirmation
      ask={word("meedoen.other_code")}
      yes={word("meedoen.leave_yes")}
      no={word("meedoen.leave_no")}
      onConfirm={onLeave}
      onCancel={onStay}
    >
      {word("meedoen.leave_unsaved")}
    </Confirmation>
  );
}

export function SomeoneElseButton() {
  const { word, count } = useApp();
  const { participant, state } = useParticipation();
  const { unsent } = state;
  return (
    <ConfirmButton
      ask={word("meedoen.someone_else")}
      yes={word("meedoen.someone_yes")}
      no={word("meedoen.someone_no")}
      onConfirm={() => void participant.handOver()}
    >
      {unsent ? count("meedoen.someone_unsaved", unsent) : word("meedoen.someone_sure")}
    </ConfirmButton>
  );
}
