// What happens with parents, sorted over the five partnerships: choose, sort, and see the balance.

import "../../styles/exercise.css";
import { createExercise, useApp } from "../../lib/app";
import { Screens } from "../../lib/screens";
import { EMPTY, type SortingContent, screenFor } from "./activities";
import { Balance } from "./balance";
import { ChooseActivities } from "./choose";
import { SortActivities } from "./sort";

const SCREENS = { choose: ChooseActivities, sort: SortActivities, balance: Balance };

function Sorting() {
  const { content } = useApp<SortingContent>();
  return (
    <Screens
      empty={EMPTY}
      screens={SCREENS}
      redirect={(memory) => screenFor(content, memory)}
      last="balance"
    />
  );
}

export default createExercise(Sorting);
