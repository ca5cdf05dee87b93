// A policy in nine topics: about it, the topics one by one, what is missing, who reads along, the whole.

import "../../styles/exercise.css";
import { useMemo } from "preact/hooks";
import { createExercise, useApp } from "../../lib/app";
import { Screens } from "../../lib/screens";
import { Check } from "./check-screen";
import { EMPTY, type PolicyContent } from "./policy";
import { Readers } from "./readers";
import { Start } from "./start";
import { WriteTopic } from "./topic";
import { Topics } from "./topics";
import { Whole } from "./whole";
import "./policy.css";

function Policy() {
  const { topics } = useApp<PolicyContent>().content;
  const screens = useMemo(
    () => ({
      start: Start,
      topics: Topics,
      ...Object.fromEntries(topics.map(({ id }) => [id, WriteTopic])),
      check: Check,
      readers: Readers,
      whole: Whole,
    }),
    [topics],
  );
  return <Screens empty={EMPTY} screens={screens} last="check" />;
}

export default createExercise(Policy);
