// Who writes a vision, for which organisation, and when it is looked at again.

import { Button, Buttons } from "../../controls/buttons";
import { PrivacyNote } from "../../controls/feedback";
import { Field } from "../../controls/fields";
import { LastRow } from "../../controls/last-row";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import type { VisionContent, VisionMemory } from "../../plan/vision";
import { Steps } from "./steps";

const LONGEST = 120;

export function Start() {
  const { content, word } = useApp<VisionContent>();
  const { memory, keep, go } = useProgress<VisionMemory>();
  const tick = (id: string, isChosen: boolean) => {
    const others = memory.people.filter((other) => other !== id);
    keep({ people: isChosen ? [...others, id] : others });
  };
  const further = () => go(content.points[0]?.id ?? "text");
  return (
    <>
      <Steps />
      <h2>{word("visie.start_heading")}</h2>
      <p>{word("visie.start_intro")}</p>
      <PrivacyNote id="visie.private" />
      <Line name="organisation" />
      <fieldset class="ps-choices">
        <legend>{word("visie.people")}</legend>
        {content.people.map(({ id, name }) => (
          <label class="ps-choice" key={id}>
            <input
              type="checkbox"
              checked={memory.people.includes(id)}
              onChange={({ currentTarget }) => tick(id, currentTarget.checked)}
            />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
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
