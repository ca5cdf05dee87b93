// Where a reader is in a plan, as entries in the browser's history.

import { useLayoutEffect, useRef } from "preact/hooks";
import { useApp } from "../../lib/app";
import {
  followScreens,
  isSamePlace,
  type Place,
  type ScreenHistory,
} from "../../lib/screen-history";
import type { Planner, PlannerState } from "./planner";

export const SCREENS = ["start", "choose", "agree", "overview"] as const;
export type ScreenName = (typeof SCREENS)[number];

/** Where a reader is. */
export interface PlanPlace extends Place {
  screen: ScreenName;
  plan: "own" | "team";
  /** The round of the team's plan; null for the last one that was closed. */
  session: number | null;
}

export const START: PlanPlace = { screen: "start", plan: "own", session: null };

export const screenIn = (name: unknown): ScreenName =>
  SCREENS.find((screen) => screen === name) ?? "start";

/** A place that the browser's history, or a page of an older version, remembered. */
export const placeIn = ({ screen, plan, session }: Place): PlanPlace => ({
  screen: screenIn(screen),
  plan: plan === "team" ? "team" : "own",
  session: typeof session === "number" ? session : null,
});

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

  // With the screen, so that a reload in the next moment finds the place of what was seen.
  useLayoutEffect(() => {
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
