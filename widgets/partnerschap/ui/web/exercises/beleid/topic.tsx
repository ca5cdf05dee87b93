// A topic of a policy in its lines, with an example to look at.

import { useState } from "preact/hooks";
import { Button, Buttons } from "../../controls/buttons";
import { Saved } from "../../controls/feedback";
import { Choices, Field } from "../../controls/fields";
import { LastRow } from "../../controls/last-row";
import { Folded } from "../../controls/panels";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import { LIMITS } from "../../protocol";
import { adviceOn } from "./check";
import { Lines } from "./lines";
import {
  filledLines,
  keyOf,
  lineOf,
  type PolicyContent,
  type PolicyLine,
  type PolicyMemory,
  type PolicyTopic,
  withExample,
} from "./policy";
import { Steps } from "./steps";

/** The topic that is open; a screen has the id of its topic. */
export function WriteTopic() {
  const { content, word } = useApp<PolicyContent>();
  const { memory, go } = useProgress<PolicyMemory>();
  const { topics } = content;
  const position = topics.findIndex(({ id }) => id === memory.screen);
  const topic = topics[position];
  const after = topics[position + 1]?.id;
  if (!topic) return null;
  return (
    <>
      <Steps />
      <h2>
        <span class="ps-over">
          {word("beleid.topic", { n: position + 1, total: topics.length })}
        </span>{" "}
        {topic.name}
      </h2>
      <p>{topic.explanation}</p>
      <p>
        <strong>{topic.question}</strong>
      </p>
      <Example topic={topic} />
      {content.lines.map((line) => (
        <WriteLine key={line.id} topic={topic} line={line} />
      ))}
      <p class="ps-progress">
        <Saved />
      </p>
      <Buttons>
        <Button onClick={() => go("topics")}>{word("beleid.all_topics")}</Button>
        <Button main onClick={() => go(after ?? "check")}>
          {word(after ? "beleid.next_topic" : "beleid.to_check")}
        </Button>
      </Buttons>
      <LastRow />
    </>
  );
}

/** How another organisation could fill it in; it is taken over only when somebody asks. */
function Example({ topic }: { topic: PolicyTopic }) {
  const { content, specification, word, say } = useApp<PolicyContent>();
  const { memory, keep } = useProgress<PolicyMemory>();
  const { sectors } = specification;
  const [sector, setSector] = useState(memory.sector ?? sectors[0]?.id ?? "");
  const [told, setTold] = useState("");
  const example = topic.examples[sector];
  const take = () => {
    const isFull = filledLines(content, memory, topic).length === content.lines.length;
    if (!isFull) keep({ lines: withExample(content, memory, topic, sector) });
    const sentence = word(isFull ? "beleid.example_full" : "beleid.example_taken");
    setTold(sentence);
    say(sentence);
  };
  return (
    <Folded title={word("beleid.example")}>
      <p>{word("beleid.example_what")}</p>
      <Choices
        legend={word("beleid.example_sector")}
        name="example"
        options={sectors}
        chosen={sector}
        onChoose={(id) => {
          setSector(id);
          setTold("");
        }}
      />
      {example && <Lines lines={content.lines} textOf={({ id }) => example[id]} />}
      <Buttons>
        <Button onClick={take}>{word("beleid.example_take")}</Button>
      </Buttons>
      <p class="ps-hint">{told}</p>
    </Folded>
  );
}

/** A line, with what to look at again in it. */
function WriteLine({ topic, line }: { topic: PolicyTopic; line: PolicyLine }) {
  const app = useApp<PolicyContent>();
  const { memory, keep } = useProgress<PolicyMemory>();
  const key = keyOf(topic, line);
  const text = memory.lines[key] ?? "";
  const advice = adviceOn(app.content, line, lineOf(memory, topic, line), app);
  return (
    <div class="ps-line">
      <Field label={line.name} hint={line.hint}>
        <textarea
          rows={2}
          maxLength={LIMITS.policyLine}
          aria-describedby={`${key}-advice`}
          value={text}
          onInput={({ currentTarget }) =>
            keep({ lines: { ...memory.lines, [key]: currentTarget.value } })
          }
        />
      </Field>
      <div id={`${key}-advice`}>
        {advice.map((one) => (
          <p class="ps-note" key={one}>
            {one}
          </p>
        ))}
      </div>
    </div>
  );
}
