// A vision in four points: who writes, the points one by one, and the whole text with a check.

import "../../styles/exercise.css";
import { useMemo } from "preact/hooks";
import { createExercise, useApp } from "../../lib/app";
import { Screens } from "../../lib/screens";
import { EMPTY_VISION, type VisionContent } from "../../plan/vision";
import { WritePoint } from "./point";
import { Start } from "./start";
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
  return <Screens empty={EMPTY_VISION} screens={screens} last="text" />;
}

export default createExercise(Vision);
