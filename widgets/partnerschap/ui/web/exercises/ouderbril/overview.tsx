// What the walk brought: the first changes, and each station in words, a bar and the notes.

import { LastRow } from "../../controls/last-row";
import { Section } from "../../controls/panels";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import { ChooseBox } from "../../plan/choose-box";
import type { OwnPlan } from "../../plan/own-plan";
import { PlanLink } from "../../plan/plan-link";
import { useOwnPlan } from "../../plan/use-own-plan";
import { Table } from "../../results/charts";
import {
  type Change,
  firstChanges,
  KINDS,
  PLAN_FIELDS,
  pointsByKind,
  type Station,
  stepFor,
  type WalkMemory,
} from "./route";
import "../../styles/cards.css";
import "../../styles/planned.css";
import "../../styles/terms.css";

export function Overview({ stations }: { stations: Station[] }) {
  const { word, specification } = useApp();
  const { memory } = useProgress<WalkMemory>();
  const plan = useOwnPlan();
  const first = firstChanges(stations, memory);
  const sector = specification.sectors.find(({ id }) => id === memory.sector);
  const columns = [
    word("ouderbril.column_station"),
    ...KINDS.map((kind) => word(`ouderbril.mark_${kind}`)),
  ];
  const rows = stations.map((station) => {
    const points = pointsByKind(station, memory);
    return [station.name, ...KINDS.map((kind) => points[kind].length)];
  });
  return (
    <>
      <h2>{word("ouderbril.overview_heading")}</h2>
      {sector && <p class="ps-hint">{sector.name}</p>}
      <Section title={word("ouderbril.first_heading")}>
        {first.length > 0 ? (
          <>
            <ol class="ps-cards">
              {first.map((change) => (
                <ChangeCard key={change.id} change={change} plan={plan} />
              ))}
            </ol>
            {plan.steps().length > 0 && <PlanLink plan={plan} />}
          </>
        ) : (
          <p>{word("ouderbril.first_none")}</p>
        )}
      </Section>
      <Section title={word("ouderbril.walk_heading")}>
        {stations.map((station) => (
          <StationPanel key={station.id} station={station} />
        ))}
        <Table summary={word("ouderbril.table")} columns={columns} rows={rows} />
      </Section>
      <Section title={word("ouderbril.next_heading")}>
        <p>{word("ouderbril.next")}</p>
      </Section>
      <LastRow back="changes" print />
    </>
  );
}

function ChangeCard({ change, plan }: { change: Change; plan: OwnPlan }) {
  const { word } = useApp();
  const { memory } = useProgress<WalkMemory>();
  const { id, text, station } = change;
  const agreed = memory.plans[id] ?? {};
  const step = stepFor(change, agreed, word);
  return (
    <li class="ps-card">
      <p class="ps-action">
        {text}
        <span class="ps-hint">{station}</span>
      </p>
      <dl class="ps-planned">
        {PLAN_FIELDS.map((name) => (
          <div key={name}>
            <dt>{word(`ouderbril.plan_${name}`)}</dt>
            <dd>{agreed[name] || word("ouderbril.plan_open")}</dd>
          </div>
        ))}
      </dl>
      <ChooseBox
        plan={plan}
        step={step}
        planned={plan.steps().find((one) => one.text === step.text)}
      />
    </li>
  );
}

/** One station: how many points of each kind, which they are, and the note. */
function StationPanel({ station }: { station: Station }) {
  const { word } = useApp();
  const { memory } = useProgress<WalkMemory>();
  const points = pointsByKind(station, memory);
  const kinds = KINDS.filter((kind) => points[kind].length > 0);
  const counts = kinds.map((kind) =>
    word("ouderbril.part", { n: points[kind].length, kind: word(`ouderbril.few_${kind}`) }),
  );
  const note = memory.notes[station.id]?.trim();
  return (
    <div class="ps-panel">
      <h4>{station.name}</h4>
      <p class="ps-hint">{counts.join(", ")}</p>
      <div class="ps-seen" aria-hidden="true">
        {kinds.map((kind) => (
          <span key={kind} class={`ps-seen-${kind}`} style={`flex-grow: ${points[kind].length}`} />
        ))}
      </div>
      <dl class="ps-sides ps-found">
        {kinds
          .filter((kind) => kind !== "open")
          .map((kind) => (
            <div key={kind} class={`ps-found-${kind}`}>
              <dt>{word(`ouderbril.mark_${kind}`)}</dt>
              {points[kind].map(({ id, text }) => (
                <dd key={id}>{text}</dd>
              ))}
            </div>
          ))}
        {note && (
          <div>
            <dt>{word("ouderbril.noted")}</dt>
            <dd class="ps-own-words">{note}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
