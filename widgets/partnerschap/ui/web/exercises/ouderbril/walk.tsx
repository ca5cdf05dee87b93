// A station of the walk: what a parent may think here, a mark for each point, and a note.

import { Button, Buttons } from "../../controls/buttons";
import { Saved } from "../../controls/feedback";
import { Choices, Field } from "../../controls/fields";
import { LastRow } from "../../controls/last-row";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import { countMarked, LONGEST, MARKS, type Station, type WalkMemory } from "./route";
import { RouteLine } from "./route-line";
import { Sight } from "./scene";

export function Walk({ stations }: { stations: Station[] }) {
  const { word } = useApp();
  const { memory, keep, go } = useProgress<WalkMemory>();
  const { marks, notes } = memory;
  const position = Math.min(memory.station, stations.length - 1);
  const { id: stationId, place, name, view, points } = stations[position];
  const everyPoint = stations.flatMap((station) => station.points);
  const [done, total] = [countMarked(everyPoint, memory), everyPoint.length];
  const options = MARKS.map((id) => ({ id, name: word(`ouderbril.mark_${id}`) }));
  const goTo = (station: number) => go("walk", { station });
  return (
    <>
      <RouteLine stations={stations} position={position} goTo={goTo} />
      <p class="ps-walked">
        <span>
          {word("ouderbril.position", { position: position + 1, total: stations.length })}
        </span>{" "}
        <span>{word("ouderbril.progress", { done, total })}</span> <Saved />
      </p>
      <h2>{name}</h2>
      <Sight place={place} view={view} />
      {points.map(({ id, text }) => (
        <Choices
          key={id}
          legend={text}
          name={`mark-${id}`}
          options={options}
          chosen={marks[id]}
          onChoose={(mark) => keep({ marks: { ...marks, [id]: mark } })}
          classes="ps-marks ps-point"
        />
      ))}
      <Field label={word("ouderbril.note")}>
        <textarea
          rows={3}
          maxLength={LONGEST.note}
          value={notes[stationId] ?? ""}
          onInput={(event) => keep({ notes: { ...notes, [stationId]: event.currentTarget.value } })}
        />
      </Field>
      <Buttons>
        {position > 0 && (
          <Button onClick={() => goTo(position - 1)}>{word("exercise.previous")}</Button>
        )}
        {position === stations.length - 1 ? (
          <Button main onClick={() => go("changes")}>
            {word("ouderbril.to_changes")}
          </Button>
        ) : (
          <Button main onClick={() => goTo(position + 1)}>
            {word("exercise.next")}
          </Button>
        )}
      </Buttons>
      <LastRow back="start" backWord={word("ouderbril.to_start")} />
    </>
  );
}
