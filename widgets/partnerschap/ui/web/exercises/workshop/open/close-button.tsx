// Closing a round, with what that means for who is still busy.

import { ConfirmButton } from "../../../controls/confirm";
import { useApp } from "../../../lib/app";
import { useRound } from "../context";
import { sumsOf } from "../state";

export function CloseButton() {
  const { word } = useApp();
  const { ask, view } = useRound();
  return (
    <div>
      <ConfirmButton
        main
        ask={word("workshop.close")}
        yes={word("workshop.close_yes")}
        no={word("workshop.close_no")}
        onConfirm={() => void ask({ kind: "close" })}
      >
        <p>
          <strong>{word("workshop.close_sure")}</strong>
        </p>
        {!view.together && <WhoIsReady />}
        <p>{word("workshop.close_final")}</p>
      </ConfirmButton>
    </div>
  );
}

function WhoIsReady() {
  const { word, count } = useApp();
  const { view } = useRound();
  const { joined, ready } = sumsOf(view);
  const waiting = joined - ready;
  return (
    <>
      <p>{count("workshop.close_ready", ready, { ready })}</p>
      {waiting > 0 && <p>{count("workshop.close_waiting", waiting, { waiting })}</p>}
      {joined < view.min_group && (
        <p class="ps-problem">{word("workshop.close_few", { least: view.min_group })}</p>
      )}
    </>
  );
}
