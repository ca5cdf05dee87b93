// A vision in four points: who writes, the points one by one, and the whole text with a check.

import "../../styles/exercise.css";
import { useMemo } from "preact/hooks";
import { createExercise, useApp } from "../../lib/app";
import { Screens } from "../../lib/screens";
import { WritePoint } from "./point";
import { Start } from "./start";
import { EMPTY, type VisionContent } from "./vision";
import { WholeText } from "./whole-text";
import "./vision.css";

function Vision() {
  const { points } = useApp<VisionContent>().content;
  const screens = useMemo(
    () => ({
      start: Start,
      ...Object.fromEntries(points.map(({ id }) => [id, WritePoint])),
      text: WholeText,
    }),
    [points],
  );
  return <Screens empty={EMPTY} screens={screens} />;
}

export default createExercise(Vision);
