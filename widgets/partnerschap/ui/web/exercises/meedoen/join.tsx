// Coming in: the code of the session, and who takes part on this device.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Buttons } from "../../controls/buttons";
import { Problem } from "../../controls/feedback";
import { ExplainedChoices, Field } from "../../controls/fields";
import { useApp } from "../../lib/app";
import type { SessionSummary } from "../../protocol";
import { useFormContent } from "../../questionnaire/content";
import { useParticipation } from "./context";
import { OtherCodeButton } from "./leaving";
import type { RoleId } from "./session";
import { isCode, tidyCode } from "./session-code";
import type { Stage } from "./state";
import "../../controls/waiting.css";
import "./join.css";

type StageOf<Kind> = Extract<Stage, { kind: Kind }>;

export function WaitingScreen({ busy }: StageOf<"waiting">) {
  return (
    <p class="ps-waiting" role="status">
      <Spinner />
      <span>{busy}</span>
    </p>
  );
}

const Spinner = () => <span class="ps-spinner" aria-hidden="true" />;

/** What a form says of what was sent, when it takes a while. */
function SendingState({ busy }: { busy: string }) {
  return (
    <p class="ps-looking" role="status">
      {busy && <Spinner />}
      {busy && <span>{busy}</span>}
    </p>
  );
}

export function CodeScreen({ code, busy, problem }: StageOf<"code">) {
  const { word } = useApp();
  const { participant } = useParticipation();
  const [typed, setTyped] = useState(code);
  const [isWrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const isNew = useRef(true);

  useLayoutEffect(() => {
    // Not on a page that has just been opened: nobody asked for anything there.
    if (problem && !isNew.current) input.current?.focus();
    isNew.current = false;
  }, [problem]);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    const tidied = tidyCode(typed);
    setWrong(!isCode(tidied));
    if (isCode(tidied)) void participant.find(tidied, "asked");
    else input.current?.focus();
  };
  return (
    <>
      <h2>{word("meedoen.code_heading")}</h2>
      <p>{word("meedoen.code_intro")}</p>
      <form noValidate onSubmit={submit}>
        <Field
          label={word("meedoen.code_label")}
          hint={word("meedoen.code_hint")}
          problem={isWrong ? word("meedoen.code_wrong") : problem}
        >
          <input
            ref={input}
            class="ps-session-code"
            type="text"
            value={typed}
            maxLength={20}
            autocapitalize="characters"
            autocomplete="off"
            autocorrect="off"
            spellcheck={false}
            enterkeyhint="go"
            readOnly={busy !== ""}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </Field>
        <SendingState busy={busy} />
        <Buttons>
          <button class="ps-button ps-main" type="submit" disabled={busy !== ""}>
            {word("meedoen.code_go")}
          </button>
        </Buttons>
      </form>
    </>
  );
}

export function RoleScreen({ invitation, busy, problem }: StageOf<"role">) {
  const { word } = useApp();
  const { participant } = useParticipation();
  const roles = useFormContent().roles.filter(({ id }) => invitation.roles.includes(id));
  const [chosen, setChosen] = useState(roles.length === 1 ? roles[0]?.id : undefined);
  const [isMissing, setMissing] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setMissing(chosen === undefined);
    if (chosen !== undefined) void participant.join(chosen);
  };
  const choose = (id: RoleId | undefined) => {
    setChosen(id);
    setMissing(false);
  };
  return (
    <>
      <h2>{word("meedoen.role_heading")}</h2>
      <Introduction invitation={invitation} />
      <form onSubmit={submit}>
        <ExplainedChoices
          legend={word("meedoen.role")}
          name="role"
          options={roles.map(({ explanation: hint, ...role }) => ({ ...role, hint }))}
          chosen={chosen}
          problem={isMissing ? word("meedoen.role_missing") : ""}
          onChoose={(id) => choose(roles.find((role) => role.id === id)?.id)}
        />
        {invitation.state === "open" && !invitation.together && <Privacy {...invitation} />}
        <Problem text={problem} />
        <SendingState busy={busy} />
        <Buttons>
          <button class="ps-button ps-main" type="submit" disabled={busy !== ""}>
            {word("meedoen.join")}
          </button>
          <OtherCodeButton />
        </Buttons>
      </form>
    </>
  );
}

function Introduction({ invitation }: { invitation: SessionSummary }) {
  const { word } = useApp();
  const { canKeep } = useParticipation();
  const { demo, state, together } = invitation;
  const note = together ? "meedoen.role_together" : state === "open" ? null : "meedoen.role_closed";
  return (
    <>
      {demo && <p class="ps-note ps-demo">{word("meedoen.demo")}</p>}
      {note ? <p class="ps-note">{word(note)}</p> : <p>{word("meedoen.role_intro")}</p>}
      {!canKeep && <p class="ps-note">{word("meedoen.not_kept")}</p>}
    </>
  );
}

/** What happens with the answers. */
function Privacy({ min_group, retention_days }: SessionSummary) {
  const { word, count } = useApp();
  const { canKeep } = useParticipation();
  return (
    <section class="ps-promise">
      <h3>{word("meedoen.privacy")}</h3>
      <ul>
        <li>{word("meedoen.privacy_open")}</li>
        <li>{word("meedoen.privacy_shown", { min_group })}</li>
        <li>{word("meedoen.privacy_confidential")}</li>
        <li>{word("meedoen.privacy_name")}</li>
        <li>{count("meedoen.privacy_purge", retention_days)}</li>
        {canKeep && <li>{word("meedoen.privacy_device")}</li>}
      </ul>
    </section>
  );
}
