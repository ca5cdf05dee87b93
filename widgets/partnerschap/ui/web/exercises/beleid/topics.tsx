// The topics of a policy, with how far each is.

import { Button, Buttons } from "../../controls/buttons";
import { LastRow } from "../../controls/last-row";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import { begunTopics, filledLines, type PolicyContent, type PolicyMemory } from "./policy";
import { Steps } from "./steps";

export function Topics() {
  const { content, word } = useApp<PolicyContent>();
  const { memory, go } = useProgress<PolicyMemory>();
  const isBegun = begunTopics(content, memory).length > 0;
  const total = content.lines.length;
  return (
    <>
      <Steps />
      <h2>{word("beleid.topics_heading")}</h2>
      <p>{word("beleid.topics_intro")}</p>
      {!isBegun && <p class="ps-note">{word("beleid.topics_none")}</p>}
      <ol class="ps-topics">
        {content.topics.map((topic) => {
          const n = filledLines(content, memory, topic).length;
          const state = n === total ? "filled" : n > 0 ? "begun" : "empty";
          return (
            <li key={topic.id}>
              <Button class={`ps-button ps-topic ps-topic-${state}`} onClick={() => go(topic.id)}>
                <span>{topic.name}</span>{" "}
                <span class="ps-badge">{word(`beleid.topic_${state}`, { n, total })}</span>
              </Button>
            </li>
          );
        })}
      </ol>
      <Buttons>
        <Button onClick={() => go("start")}>{word("exercise.previous")}</Button>
        <Button main={isBegun} onClick={() => go("check")}>
          {word("beleid.to_check")}
        </Button>
      </Buttons>
      <LastRow />
    </>
  );
}
