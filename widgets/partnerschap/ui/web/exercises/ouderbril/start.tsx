// What the walk is, and through which kind of organisation it goes.

import { useRef, useState } from "preact/hooks";
import { Button, Buttons } from "../../controls/buttons";
import { PrivacyNote } from "../../controls/feedback";
import { goToProblem, SectorChoice } from "../../controls/fields";
import { LastRow } from "../../controls/last-row";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import { type RoutesContent, stationsOf, type WalkMemory } from "./route";
import { Scene } from "./scene";

const TIPS = ["with", "slow", "phone"];

export function Start() {
  const { content, word } = useApp<RoutesContent>();
  const { memory, go } = useProgress<WalkMemory>();
  const [sector, setSector] = useState(memory.sector);
  const [problem, setProblem] = useState("");
  const choices = useRef<HTMLDivElement>(null);
  const choose = (chosen: string) => {
    setProblem("");
    setSector(chosen);
  };
  // Only now: this screen also stands in the place of one that lacks a sector.
  const begin = () => {
    if (stationsOf(content, { sector }).length === 0) {
      setProblem(word("ouderbril.no_sector"));
      requestAnimationFrame(() => goToProblem(choices.current));
    } else go("walk", sector === memory.sector ? {} : { sector, station: 0 });
  };
  return (
    <>
      <h2>{word("ouderbril.start_heading")}</h2>
      <Scene place="street" />
      <p>{word("ouderbril.start_intro")}</p>
      <ul class="ps-list">
        {TIPS.map((tip) => (
          <li key={tip}>{word(`ouderbril.tip_${tip}`)}</li>
        ))}
      </ul>
      <PrivacyNote />
      <div ref={choices}>
        <SectorChoice chosen={sector} onChoose={choose} problem={problem} />
      </div>
      <Buttons>
        <Button main onClick={begin}>
          {word("ouderbril.begin")}
        </Button>
      </Buttons>
      <LastRow />
    </>
  );
}
