// Who writes a vision, for which organisation, and when it is looked at again.

import { Button, Buttons } from "../../controls/buttons";
import { PrivacyNote } from "../../controls/feedback";
import { Field, SeveralChoices } from "../../controls/fields";
import { LastRow } from "../../controls/last-row";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import type { VisionContent, VisionMemory } from "../../plan/vision";
import { Steps } from "./steps";

const LONGEST = 120;

export function Start() {
  const { content, word } = useApp<VisionContent>();
  const { memory, keep, go } = useProgress<VisionMemory>();
  const further = () => go(content.points[0]?.id ?? "text");
  return (
    <>
      <Steps />
      <h2>{word("visie.start_heading")}</h2>
      <p>{word("visie.start_intro")}</p>
      <PrivacyNote id="visie.private" />
      <Line name="organisation" />
      <SeveralChoices
        legend={word("visie.people")}
        options={content.people}
        chosen={memory.people}
        onChoose={(people) => keep({ people })}
      />
      <p class="ps-hint">{word("visie.people_hint")}</p>
      <Line name="review" placeholder={word("visie.review_hint")} />
      <Buttons>
        <Button main onClick={further}>
          {word("exercise.next")}
        </Button>
      </Buttons>
      <LastRow />
    </>
  );
}

/** A text of one line. */
function Line({ name, placeholder }: { name: "organisation" | "review"; placeholder?: string }) {
  const { word } = useApp();
  const { memory, keep } = useProgress<VisionMemory>();
  return (
    <Field label={word(`visie.${name}`)}>
      <input
        type="text"
        value={memory[name]}
        maxLength={LONGEST}
        autocomplete="off"
        placeholder={placeholder}
        onInput={({ currentTarget }) => keep({ [name]: currentTarget.value })}
      />
    </Field>
  );
}
