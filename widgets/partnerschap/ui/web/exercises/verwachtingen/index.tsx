// What two sides expect of each other: collect, group and mark, and see what was never said.

import "../../styles/exercise.css";
import { createExercise, useApp } from "../../lib/app";
import { Screens } from "../../lib/screens";
import { CollectExpectations } from "./collect";
import { chosenSet, EMPTY, type ExpectationsContent, fitting } from "./expectations";
import { MarkExpectations } from "./mark";
import { Overview } from "./overview";
import "./expectations.css";

const SCREENS = { collect: CollectExpectations, mark: MarkExpectations, overview: Overview };

function Expectations() {
  const { specification, content } = useApp<ExpectationsContent>();
  const set = chosenSet(content.sets, window.location.search);
  const id = specification.exercise;
  return (
    <Screens
      empty={EMPTY}
      screens={SCREENS}
      last="overview"
      // Each set is kept under a name of its own; the first one under that of the exercise.
      name={set === content.sets[0] ? id : `${id}.${set.id}`}
      redirect={({ screen, expectations }) =>
        fitting(set, expectations).length ? screen : "collect"
      }
    />
  );
}

export default createExercise(Expectations);
