// The places in a plan as entries in the browser's history.

import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { useApp } from "../../lib/app";
import { followScreens, isSamePlace, type ScreenHistory } from "../../lib/screen-history";
import { type Planner, type PlannerState, START } from "./planner";

/** Follow where the reader goes; back and forward lead the reader. */
export function usePlanHistory(planner: Planner, state: PlannerState): void {
  const { exercise } = useApp().specification;
  const history = useRef<ScreenHistory | null>(null);
  const current = useRef(state.place);

  useLayoutEffect(() => {
    history.current = followScreens(exercise, {
      first: START,
      current: current.current,
      onBack(to) {
        planner.goBackTo(to);
        current.current = planner.getSnapshot().place;
        if (!isSamePlace(current.current, to)) history.current?.replace(current.current);
      },
    });
    return history.current.stop;
  }, []);

  useEffect(() => {
    // As it is now: the reader may have gone back since this was rendered.
    const { place, isCorrected } = planner.getSnapshot();
    const from = current.current;
    if (!history.current || isSamePlace(place, from)) return;
    current.current = place;
    const isStep = place.screen !== from.screen || place.plan !== from.plan;
    if (isStep && !isCorrected) history.current.push(place);
    else history.current.replace(place);
  }, [state.place]);
}
