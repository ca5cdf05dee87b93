// Parents read the draft: what to ask them, a sheet to print, and what became different.

import { Button, Buttons } from "../../controls/buttons";
import { FileButtons } from "../../controls/downloads";
import { Saved } from "../../controls/feedback";
import { Field } from "../../controls/fields";
import { LastRow } from "../../controls/last-row";
import { Section } from "../../controls/panels";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import { LIMITS } from "../../protocol";
import { Draft } from "./lines";
import { described, type PolicyContent, type PolicyMemory } from "./policy";
import { Steps } from "./steps";

export function Readers() {
  const { content, connection, word } = useApp<PolicyContent>();
  const { memory, keep, go } = useProgress<PolicyMemory>();
  return (
    <>
      <Steps />
      <h2>{word("beleid.readers_heading")}</h2>
      <p>{word("beleid.readers_intro")}</p>
      <Section title={word("beleid.readers_questions")}>
        <ol class="ps-list">
          {content.readers.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ol>
      </Section>
      <Section title={word("beleid.draft_heading")}>
        <Draft />
      </Section>
      <FileButtons
        heading={word("beleid.readers_files")}
        files={["reading.pdf"]}
        make={() =>
          connection.request({
            kind: "policy_file",
            file: "reading.pdf",
            ...described(content, memory),
          })
        }
      />
      <Section title={word("beleid.changed_heading")}>
        <Field label={word("beleid.changed")} hint={word("beleid.changed_hint")}>
          <textarea
            rows={3}
            maxLength={LIMITS.policyLine}
            value={memory.changed}
            onInput={({ currentTarget }) => keep({ changed: currentTarget.value })}
          />
        </Field>
        <p class="ps-progress">
          <Saved />
        </p>
      </Section>
      <Buttons>
        <Button onClick={() => go("check")}>{word("exercise.previous")}</Button>
        <Button main onClick={() => go("whole")}>
          {word("beleid.to_whole")}
        </Button>
      </Buttons>
      <LastRow print />
    </>
  );
}
