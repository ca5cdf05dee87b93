// While people answer: the code for the beamer, and how many joined and are ready; no answer.

import { Drawing } from "../../../controls/drawing";
import { Folded } from "../../../controls/panels";
import { useApp } from "../../../lib/app";
import { useReply } from "../../../lib/use-reply";
import { useFormContent } from "../../../questionnaire/content";
import { useLeading, useRound } from "../context";
import { SpelledCode } from "../spelled-code";
import { sumsOf } from "../state";
import { AddAnswers } from "./add-answers";
import { CloseButton } from "./close-button";
import { isAlone, joinAddress, typedAddress } from "./join-address";
import { OnPaper } from "./on-paper";
import "../../../controls/answer-code.css";
import "./lobby.css";

export function LobbyScreen() {
  const { word, count } = useApp();
  const { view } = useRound();
  const { roles } = useFormContent();
  const { joined, ready } = sumsOf(view);
  const address = joinAddress(view.code);
  return (
    <>
      <h2>{word("workshop.join")}</h2>
      {address && isAlone() && <NobodyReachesThis />}
      <div class="ps-invite">
        <div>
          {address ? (
            <>
              <p class="ps-invite-where">
                {word("workshop.go_to")} <strong translate={false}>{typedAddress()}</strong>
              </p>
              <p class="ps-invite-where">{word("workshop.type_code")}</p>
            </>
          ) : (
            <p>{word("workshop.no_address")}</p>
          )}
          <p class="ps-big-code">
            <SpelledCode code={view.code} />
          </p>
        </div>
        {address && <QrCode address={address} />}
      </div>
      <p class="ps-total" role="status">
        {count("workshop.total", joined, { joined, ready })}
      </p>
      <ul class="ps-counts">
        {view.roles.map((id) => {
          const found = view.counts.find(({ role }) => role === id);
          const values = { joined: found?.joined ?? 0, ready: found?.finished ?? 0 };
          return (
            <li key={id} data-role={id}>
              <span>{roles.find((role) => role.id === id)?.name}</span>
              <strong>{word("workshop.count", values)}</strong>
            </li>
          );
        })}
      </ul>
      <p class="ps-hint">{word("workshop.nobody_sees")}</p>
      <div class="ps-backstage">
        <Folded title={word("workshop.say_title")}>
          <p>{word("workshop.say_open")}</p>
        </Folded>
        <OnPaper />
        <AddAnswers />
        <CloseButton />
      </div>
    </>
  );
}

/** The address is that of this computer alone, with what to do. */
function NobodyReachesThis() {
  const { word } = useApp();
  return (
    <div class="ps-problem ps-backstage">
      <p>
        <strong>{word("workshop.alone")}</strong>
      </p>
      <p>
        {word("workshop.alone_what")} <code>{word("workshop.alone_command")}</code>
      </p>
      <p>{word("workshop.alone_then", { host: window.location.hostname })}</p>
    </div>
  );
}

function QrCode({ address }: { address: string }) {
  const { word } = useApp();
  const { trainer } = useLeading();
  const { reply } = useReply(() => trainer.request({ kind: "qr", address }));
  return (
    <div>
      <div class="ps-qr">
        {reply?.kind === "qr" && <Drawing svg={reply.svg} label={word("workshop.qr")} />}
      </div>
      <p class="ps-hint">{word("workshop.or_scan")}</p>
    </div>
  );
}
