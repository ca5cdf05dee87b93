// The route on top of every place: a line with a sign for each, how far each is, and the way to it.

import { Button } from "../../controls/buttons";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import { countMarked, type Station, type WalkMemory } from "./route";
import "./route-line.css";

/** A road, a door, coats, a long wall, a table, a telephone, two who talk. */
const SIGNS: Record<Station["place"], string> = {
  street: "M8 20 10.5 4M16 20 13.5 4M12 5v2m0 3v3m0 3v3",
  door: "M7 20V4h10v16M4 20h16M14 12v1",
  hall: "M4 6h16M8 6v3l-3 9h6L8 9m8-3v3l-3 9h6l-3-9",
  corridor: "M3 19V5h18v14M7 9h4v4H7zm6 0h4v4h-4M3 19h18",
  room: "M4 11h16M6.5 11v8m11-8v8M9 7.500h6V11H9z",
  digital: "M7.5 3.500h9v17h-9zM11 17.500h2",
  first_contact: "M3.5 5h10v7h-5L6 14.500V12H3.500zM16 9.500h4.500v7H18v2.500l-2.5-2.500h-5V14.5",
};

interface RouteLineProps {
  stations: Station[];
  /** Of the station that is open. */
  position: number;
  goTo: (position: number) => void;
}

export function RouteLine({ stations, position, goTo }: RouteLineProps) {
  const { word } = useApp();
  const { memory } = useProgress<WalkMemory>();
  return (
    <nav aria-label={word("ouderbril.stations")}>
      <ol class="ps-route">
        {stations.map(({ id, place, name, points }, index) => {
          const [done, total] = [countMarked(points, memory), points.length];
          const label = word("ouderbril.station_progress", { name, done, total });
          return (
            <li key={id}>
              <Button
                class={done === total ? "ps-stop ps-stop-done" : "ps-stop"}
                aria-current={index === position ? "step" : undefined}
                aria-label={label}
                title={label}
                onClick={() => goTo(index)}
              >
                <svg viewBox="0 0 24 24" aria-hidden="true">
                  <path d={SIGNS[place]} />
                </svg>
              </Button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
