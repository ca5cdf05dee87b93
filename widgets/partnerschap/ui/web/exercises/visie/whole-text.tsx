// The whole vision as one text to change, check and take along.

import type { RefObject } from "preact";
import { useRef, useState } from "preact/hooks";
import { BusyButton, Button, Buttons } from "../../controls/buttons";
import { ConfirmButton } from "../../controls/confirm";
import { saveFile, saveReply } from "../../controls/downloads";
import { Saved } from "../../controls/feedback";
import { Field } from "../../controls/fields";
import { KeepFile } from "../../controls/keep-file";
import { LastRow } from "../../controls/last-row";
import { Section } from "../../controls/panels";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import { compose, type VisionContent, type VisionMemory, wholeText } from "../../plan/vision";
import { LIMITS } from "../../protocol";
import { Findings } from "../../writing/findings";
import { findingsOf } from "./check";
import { Steps } from "./steps";

export function WholeText() {
  const app = useApp<VisionContent>();
  const { content, word, say } = app;
  const { memory, keep } = useProgress<VisionMemory>();
  const field = useRef<HTMLTextAreaElement>(null);
  const composed = compose(content, memory, app);
  const text = wholeText(content, memory, app);
  const findings = findingsOf(content, memory, app, text);
  const write = (whole: string) =>
    keep({ whole, base: memory.whole === null ? composed : memory.base });
  const remake = () => {
    keep({ whole: null });
    say(word("visie.remade"));
    field.current?.focus();
  };
  return (
    <>
      <Steps />
      <h2>{word("visie.text_heading")}</h2>
      <p>{word("visie.text_intro")}</p>
      <Field label={word("visie.text")}>
        <textarea
          ref={field}
          rows={16}
          class="ps-whole"
          maxLength={LIMITS.visionText}
          value={text}
          onInput={({ currentTarget }) => write(currentTarget.value)}
        />
      </Field>
      <p class="ps-progress">
        <Saved />
      </p>
      {memory.whole !== null && (
        <div class="ps-note">
          {memory.base !== composed && <p>{word("visie.changed")}</p>}
          <ConfirmButton
            ask={word("visie.remake")}
            yes={word("visie.remake_yes")}
            no={word("visie.remake_no")}
            onConfirm={remake}
          >
            {word("visie.remake_sure")}
          </ConfirmButton>
        </div>
      )}
      <Section title={word("visie.check_heading")}>
        <p>{word("visie.check_intro")}</p>
        <Findings findings={findings} />
        {findings.every(({ state }) => state === "present") && (
          <p class="ps-note">{word("visie.complete")}</p>
        )}
      </Section>
      <Section title={word("visie.take_heading")}>
        <TakeAlong text={text} field={field} />
        <KeepFile />
      </Section>
      <LastRow />
      {/* What is printed in the place of the field, which would show a part of a long text. */}
      <div class="ps-paper">{text}</div>
    </>
  );
}

interface TakeAlongProps {
  text: string;
  /** Where the text stands. */
  field: RefObject<HTMLTextAreaElement | null>;
}

function TakeAlong({ text, field }: TakeAlongProps) {
  const app = useApp();
  const { word, say, connection } = app;
  const [told, setTold] = useState("");
  const tell = (sentence: string) => {
    setTold(sentence);
    say(sentence);
  };
  const makeWord = async () => {
    tell(word("file.making"));
    tell(saveReply(app, await connection.request({ kind: "word", text })));
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      tell(word("visie.copied"));
    } catch {
      // No permission, or a page that is not secure: the reader copies what is selected.
      field.current?.focus();
      field.current?.select();
      tell(word("visie.copy_failed"));
    }
  };
  return (
    <div>
      <Buttons>
        <Button onClick={() => saveFile(word("visie.file"), "text/plain;charset=utf-8", text)}>
          {word("visie.download")}
        </Button>
        <BusyButton onClick={makeWord}>{word("visie.word")}</BusyButton>
        <Button onClick={() => void copy()}>{word("visie.copy")}</Button>
        <Button onClick={() => window.print()}>{word("exercise.print")}</Button>
      </Buttons>
      <p class="ps-hint">{word("visie.word_what")}</p>
      <p class="ps-hint">{told}</p>
    </div>
  );
}
