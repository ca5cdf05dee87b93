// A walk from the street to the room as a parent sees it, and the first changes that follow.

import "../../styles/exercise.css";
import type { ComponentChildren } from "preact";
import { createExercise, useApp } from "../../lib/app";
import { Screens, useProgress } from "../../lib/screens";
import { Changes } from "./changes";
import { Overview } from "./overview";
import {
  EMPTY,
  PLACED,
  type RoutesContent,
  type Station,
  stationsOf,
  type WalkMemory,
} from "./route";
import { Start } from "./start";
import { Walk } from "./walk";
import "./walk.css";

/** A screen about the stations; without a sector, as after wiping and going back, it is the first. */
const onRoute = (Screen: (route: { stations: Station[] }) => ComponentChildren) => () => {
  const { content } = useApp<RoutesContent>();
  const { memory } = useProgress<WalkMemory>();
  const stations = stationsOf(content, memory);
  return stations.length > 0 ? <Screen stations={stations} /> : <Start />;
};

const SCREENS = {
  start: Start,
  walk: onRoute(Walk),
  changes: onRoute(Changes),
  overview: onRoute(Overview),
};

export default createExercise(() => (
  <Screens empty={EMPTY} screens={SCREENS} placed={PLACED} last="overview" />
));
