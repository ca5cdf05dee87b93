// From scan to plan: of one person, kept in this browser, or of a team's round, on the server.

import "../../styles/exercise.css";
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { Problem } from "../../controls/feedback";
import { Waiting } from "../../controls/waiting";
import { createExercise, useApp } from "../../lib/app";
import type { Connection } from "../../lib/connection";
import { moveTo } from "../../lib/focus";
import { openPlace } from "../../lib/screen-history";
import { Wiped } from "../../lib/screens";
import { useStore } from "../../lib/store";
import { secretIn } from "../../lib/trainer-link";
import { useFormContent } from "../../questionnaire/content";
import { AgreeScreen } from "./agree";
import { ChooseScreen } from "./choose";
import { PlanningContext } from "./context";
import { Steps } from "./navigation";
import { OverviewScreen } from "./overview";
import { type ScreenName, usePlanHistory } from "./places";
import { Planner, type PlannerState } from "./planner";
import { StartOwn } from "./start-own";
import { StartTeam, Stuck } from "./start-team";

const SCREENS: Record<Exclude<ScreenName, "start">, () => ComponentChildren> = {
  choose: ChooseScreen,
  agree: AgreeScreen,
  overview: OverviewScreen,
};

function Main() {
  const app = useApp();
  const content = useFormContent();
  const planner = useMemo(() => {
    const begun = new Planner(app.connection, app, content);
    begun.begin(openPlace(app.specification.exercise));
    return begun;
  }, [app, content]);
  const state = useStore(planner);
  usePlanHistory(planner, state);
  useEffect(() => follow(planner, app.connection), [planner]);

  // Whoever comes to a screen from another one is taken to its heading, once that is there.
  const view = useRef<HTMLDivElement>(null);
  const { plan, screen } = state.place;
  const now = `${plan} ${screen}`;
  const before = useRef(now);
  const isMoved = useRef(false);
  useLayoutEffect(() => {
    if (before.current !== now) isMoved.current = !state.isCorrected;
    before.current = now;
    const heading = isMoved.current ? view.current?.querySelector("h2") : null;
    if (!heading) return;
    isMoved.current = false;
    moveTo(heading);
  });

  return (
    <PlanningContext.Provider value={{ planner, state }}>
      {state.wiped > 0 && screen === "start" && (
        <Wiped key={state.wiped} text={app.word("exercise.wiped")} />
      )}
      <Steps />
      <Problem text={state.trouble} />
      <div ref={view} key={`${now} ${state.wiped}`}>
        <Screen state={state} />
      </div>
    </PlanningContext.Provider>
  );
}

function Screen({ state: { owner, place } }: { state: PlannerState }) {
  const { word } = useApp();
  if (owner.kind === "waiting") return <Waiting text={word("actieplan.waiting")} />;
  if (owner.kind === "stuck") return <Stuck message={owner.message} />;
  // Without a closed round there is nothing to plan from yet.
  if (owner.kind === "team" && (place.screen === "start" || owner.team.id === null))
    return <StartTeam team={owner.team} />;
  if (place.screen === "start") return <StartOwn />;
  const Opened = SCREENS[place.screen];
  return <Opened />;
}

/** Tell the planner what the kernel, and another page of this browser, do; gives what ends that. */
function follow(planner: Planner, connection: Connection): () => void {
  const stops = [
    connection.onTold((message) => planner.hearKernel(message)),
    connection.onRevived(() => planner.reopen()),
    planner.own.follow(),
    listen("storage", ({ key }) => key && planner.hearBrowser(key)),
    listen("hashchange", () => {
      const token = secretIn(window.location.hash);
      if (token) void planner.openTeam(token, {}, true);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function listen<Name extends "storage" | "hashchange">(
  name: Name,
  listener: (event: WindowEventMap[Name]) => void,
): () => void {
  window.addEventListener(name, listener);
  return () => window.removeEventListener(name, listener);
}

export default createExercise(Main, "ps-actieplan");
