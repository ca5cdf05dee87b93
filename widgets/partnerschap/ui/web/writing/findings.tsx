// What a text that somebody writes still lacks, point by point, with the way to each.

import { Button } from "../controls/buttons";
import { useApp } from "../lib/app";
import { useProgress } from "../lib/screens";
import "./findings.css";

export interface Finding {
  name: string;
  state: "present" | "missing" | "look";
  advice: readonly string[];
  /** Where it can be filled in. */
  screen: { id: string; name: string } | null;
}

export function Findings({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul class="ps-check">
      {findings.map((finding) => (
        <Found key={finding.name} {...finding} />
      ))}
    </ul>
  );
}

function Found({ name, state, advice, screen }: Finding) {
  const { word } = useApp();
  const { go } = useProgress();
  return (
    <li class={`ps-check-${state}`}>
      <strong>{name}</strong>
      <span class="ps-badge">{word(`exercise.check_${state}`)}</span>
      {advice.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {screen && state !== "present" && (
        <Button class="ps-clear" onClick={() => go(screen.id)}>
          {word("exercise.go_to", { name: screen.name })}
        </Button>
      )}
    </li>
  );
}
