// The lines of a topic, and the topics of a policy, to read.

import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import {
  begunTopics,
  lineOf,
  type PolicyContent,
  type PolicyLine,
  type PolicyMemory,
} from "./policy";

interface LinesProps {
  lines: readonly PolicyLine[];
  textOf: (line: PolicyLine) => string;
}

export function Lines({ lines, textOf }: LinesProps) {
  return (
    <dl class="ps-lines">
      {lines.map((line) => (
        <div key={line.id}>
          <dt>{line.name}</dt>
          <dd>{textOf(line)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** All that was written, as it goes into the files. */
export function Draft() {
  const { content, word } = useApp<PolicyContent>();
  const { memory } = useProgress<PolicyMemory>();
  const topics = begunTopics(content, memory);
  if (!topics.length) return <p class="ps-note">{word("beleid.draft_none")}</p>;
  return (
    <div class="ps-draft">
      {topics.map((topic) => (
        <section key={topic.id}>
          <h4>{topic.name}</h4>
          <Lines
            lines={content.lines.filter((line) => lineOf(memory, topic, line))}
            textOf={(line) => lineOf(memory, topic, line)}
          />
        </section>
      ))}
    </div>
  );
}
