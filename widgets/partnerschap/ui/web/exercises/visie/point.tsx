// A point of a vision: what the team thinks, and what parents notice of it.

import { Button, Buttons } from "../../controls/buttons";
import { Saved } from "../../controls/feedback";
import { Field } from "../../controls/fields";
import { LastRow } from "../../controls/last-row";
import { Section } from "../../controls/panels";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import {
  keyOf,
  linesOf,
  PARTS,
  type Part,
  type Point,
  type VisionContent,
  type VisionMemory,
} from "../../plan/vision";
import { Steps } from "./steps";

const LONGEST = 2000;

/** The point that is open; a screen has the id of its point. */
export function WritePoint() {
  const { content, word } = useApp<VisionContent>();
  const { memory, go } = useProgress<VisionMemory>();
  const { points } = content;
  const position = points.findIndex(({ id }) => id === memory.screen);
  const point = points[position];
  const before = points[position - 1]?.id ?? "start";
  const after = points[position + 1]?.id;
  if (!point) return null;
  return (
    <>
      <Steps />
      <h2>
        <span class="ps-over">
          {word("visie.point", { n: position + 1, total: points.length })}
        </span>{" "}
        {point.name}
      </h2>
      <p>{point.explanation}</p>
      <p>
        <strong>{point.question}</strong>
      </p>
      {PARTS.map((part) => (
        <WritePart key={part} point={point} part={part} />
      ))}
      <p class="ps-progress">
        <Saved />
      </p>
      <Buttons>
        <Button onClick={() => go(before)}>{word("exercise.previous")}</Button>
        <Button main onClick={() => go(after ?? "text")}>
          {word(after ? "exercise.next" : "visie.to_text")}
        </Button>
      </Buttons>
      <LastRow />
    </>
  );
}

/** Example sentences to choose, and the text that they go to; the text alone is remembered. */
function WritePart({ point, part }: { point: Point; part: Part }) {
  const { word } = useApp();
  const { memory, keep } = useProgress<VisionMemory>();
  const key = keyOf(point, part);
  const lines = linesOf(memory, point, part);
  const put = (text: string) => keep({ texts: { ...memory.texts, [key]: text } });
  const tick = (sentence: string, isChosen: boolean) => {
    const others = lines.filter((line) => line !== sentence);
    put((isChosen ? [...others, sentence] : others).join("\n"));
  };
  return (
    <Section title={word(`visie.${part}`)}>
      {part === "behaviours" && <p>{word("visie.behaviours_hint")}</p>}
      <fieldset class="ps-examples">
        <legend>{word("visie.examples")}</legend>
        {point[part].map((sentence) => (
          <label class="ps-choice" key={sentence}>
            <input
              type="checkbox"
              checked={lines.includes(sentence)}
              onChange={({ currentTarget }) => tick(sentence, currentTarget.checked)}
            />
            <span>{sentence}</span>
          </label>
        ))}
      </fieldset>
      <Field label={word(`visie.own_${part}`)}>
        <textarea
          rows={4}
          maxLength={LONGEST}
          aria-describedby={`${key}-hint`}
          value={memory.texts[key] ?? ""}
          onInput={({ currentTarget }) => put(currentTarget.value)}
        />
      </Field>
      <p class="ps-hint" id={`${key}-hint`}>
        {word("visie.own_hint")}
      </p>
    </Section>
  );
}
