// Behind the scenes of every screen: the rounds, the link, and taking everything away.

import { Button, Buttons } from "../../controls/buttons";
import { ConfirmButton } from "../../controls/confirm";
import { Folded } from "../../controls/panels";
import { useApp } from "../../lib/app";
import { dateWords } from "../../lib/dates";
import type { RoundSummary } from "../../protocol";
import { Afterwards } from "./afterwards";
import { useLeading, useRound } from "./context";
import { screenOf } from "./state";
import { Purge } from "./whole-result";
import "../../controls/list-editor.css";

export function ManagePanel() {
  const { word } = useApp();
  const { trainer, state } = useLeading();
  const { view } = useRound();
  return (
    <div class="ps-manage">
      <Folded title={word("workshop.manage")}>
        <h3>{word("workshop.rounds")}</h3>
        <ul class="ps-entries">
          {view.rounds.map((round) => (
            <RoundRow key={round.id} {...round} />
          ))}
        </ul>
        {screenOf(state) === "conversation" && <Afterwards />}
        <h3>{word("workshop.link")}</h3>
        <p>{word("workshop.link_what")}</p>
        <Buttons>
          <Button onClick={() => trainer.showLink()}>{word("workshop.link_show")}</Button>
          <Button onClick={() => trainer.leave()}>{word("workshop.leave")}</Button>
        </Buttons>
        <h3>{word("workshop.data")}</h3>
        <p>
          <Purge />
        </p>
        <DeleteButton />
      </Folded>
    </div>
  );
}

function RoundRow({ id, round, opened, state }: RoundSummary) {
  const { specification, word } = useApp();
  const { trainer, view } = useRound();
  const date = dateWords(specification.language, opened);
  return (
    <li>
      <span>
        {word("workshop.round_of", { round, date, state: word(`workshop.state_${state}`) })}
      </span>
      {id === view.id ? (
        <span class="ps-badge">{word("workshop.round_here")}</span>
      ) : (
        <Button
          class="ps-clear"
          aria-label={word("workshop.round_open_of", { round })}
          onClick={() => void trainer.enter(id, "asked")}
        >
          {word("workshop.round_open")}
        </Button>
      )}
    </li>
  );
}

function DeleteButton() {
  const { word } = useApp();
  const { trainer } = useLeading();
  return (
    <div>
      <ConfirmButton
        ask={word("workshop.delete")}
        yes={word("workshop.delete_yes")}
        no={word("workshop.close_no")}
        onConfirm={() => void trainer.deleteTeam()}
      >
        <p>
          <strong>{word("workshop.delete_sure")}</strong>
        </p>
        <p>{word("workshop.delete_what")}</p>
      </ConfirmButton>
    </div>
  );
}
