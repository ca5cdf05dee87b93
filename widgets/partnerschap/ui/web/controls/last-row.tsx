// The row under every screen of an exercise that works in the page alone.

import { useApp } from "../lib/app";
import { useProgress } from "../lib/screens";
import { Button, Buttons } from "./buttons";
import { ConfirmButton } from "./confirm";

interface LastRowProps {
  /** The screen to go back to. */
  back?: string;
  backWord?: string;
  /** Whether there is something to print. */
  print?: boolean;
}

/** Go back, print where there is something to print, and wipe. */
export function LastRow({ back, backWord, print = false }: LastRowProps) {
  const { word } = useApp();
  const { go, wipe } = useProgress();
  return (
    <Buttons quiet>
      {back && <Button onClick={() => go(back)}>{backWord ?? word("exercise.back")}</Button>}
      {print && <Button onClick={() => window.print()}>{word("exercise.print")}</Button>}
      <ConfirmButton
        ask={word("exercise.wipe")}
        yes={word("exercise.wipe_yes")}
        no={word("exercise.wipe_no")}
        onConfirm={wipe}
      >
        {word("exercise.wipe_sure")}
      </ConfirmButton>
    </Buttons>
  );
}
