// For which organisation a policy is, who writes it, where parents find it and when it is looked at again.

import { Button, Buttons } from "../../controls/buttons";
import { PrivacyNote, Saved } from "../../controls/feedback";
import { Field, SectorChoice, SeveralChoices } from "../../controls/fields";
import { LastRow } from "../../controls/last-row";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import { LIMITS } from "../../protocol";
import type { PolicyContent, PolicyMemory } from "./policy";
import { Steps } from "./steps";

export function Start() {
  const { content, word } = useApp<PolicyContent>();
  const { memory, keep, go } = useProgress<PolicyMemory>();
  return (
    <>
      <Steps />
      <h2>{word("beleid.start_heading")}</h2>
      <p>{word("beleid.start_intro")}</p>
      <PrivacyNote id="beleid.private" />
      <SectorChoice chosen={memory.sector} onChoose={(sector) => keep({ sector })} />
      <Line name="organisation" longest={LIMITS.policyName} />
      <SeveralChoices
        legend={word("beleid.people")}
        options={content.people}
        chosen={memory.people}
        onChoose={(people) => keep({ people })}
      />
      <p class="ps-hint">{word("beleid.people_hint")}</p>
      <Line name="found" longest={LIMITS.policyLine} />
      <Line name="review" longest={LIMITS.policyName} />
      <p class="ps-progress">
        <Saved />
      </p>
      <Buttons>
        <Button main onClick={() => go("topics")}>
          {word("beleid.to_topics")}
        </Button>
      </Buttons>
      <LastRow />
    </>
  );
}

/** A text of one line, with an example of it. */
function Line({ name, longest }: { name: "organisation" | "found" | "review"; longest: number }) {
  const { word } = useApp();
  const { memory, keep } = useProgress<PolicyMemory>();
  return (
    <Field label={word(`beleid.${name}`)} hint={word(`beleid.${name}_hint`)}>
      <input
        type="text"
        value={memory[name]}
        maxLength={longest}
        autocomplete="off"
        onInput={({ currentTarget }) => keep({ [name]: currentTarget.value })}
      />
    </Field>
  );
}
