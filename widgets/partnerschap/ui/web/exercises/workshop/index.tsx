// The trainer's page of a team session: the kernel says where the session is, and the page shows the
// screen that belongs to it.

import "../../styles/exercise.css";
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { createExercise, useApp } from "../../lib/app";
import { moveTo } from "../../lib/focus";
import { useStore } from "../../lib/store";
import { LeadingContext } from "./context";
import { ConversationScreen } from "./conversation/conversation";
import { DoneScreen } from "./conversation/end";
import { FirstScreen } from "./conversation/first";
import { WorkHead } from "./head";
import { ManagePanel } from "./manage";
import { LobbyScreen } from "./open/lobby";
import { TogetherScreen } from "./open/together";
import { LinkScreen } from "./start/link";
import { GoneScreen, StartScreen, StuckScreen, WaitingScreen } from "./start/start";
import { type Origin, type Screen, screenKey, screenOf, stepOf } from "./state";
import { Trainer } from "./trainer";
import { useTrainerHistory } from "./use-trainer-history";
import "./workshop.css";
import "./beamer.css";

const SCREENS: Record<Screen, () => ComponentChildren> = {
  start: StartScreen,
  waiting: WaitingScreen,
  stuck: StuckScreen,
  gone: GoneScreen,
  link: LinkScreen,
  lobby: LobbyScreen,
  together: TogetherScreen,
  first: FirstScreen,
  conversation: ConversationScreen,
  done: DoneScreen,
};

function Workshop() {
  const app = useApp();
  const { connection } = app;
  const trainer = useMemo(() => new Trainer(connection, app), [app]);
  const state = useStore(trainer);
  useTrainerHistory(trainer, state);
  useEffect(() => {
    const stops = [
      connection.onTold((message) => trainer.hear(message)),
      connection.onRevived(() => void trainer.refresh()),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [trainer]);

  const key = screenKey(state);
  const page = useFocusOnNext(key, stepOf(state), state.origin);
  const CurrentScreen = SCREENS[screenOf(state)];
  const isInside = state.stage === "round" && state.round !== null;
  return (
    <LeadingContext.Provider value={{ trainer, state }}>
      {isInside && <WorkHead />}
      <p class="ps-problem ps-alert" role="alert" hidden={!state.problem}>
        {state.problem}
      </p>
      <div ref={page} key={key}>
        <CurrentScreen />
      </div>
      {isInside && (
        <div class="ps-backstage">
          <ManagePanel key={key} />
        </div>
      )}
    </LeadingContext.Provider>
  );
}

/** Take the reader to the heading of a next screen or step; not when the page opens. */
function useFocusOnNext(screen: string, step: string | undefined, origin: Origin) {
  const page = useRef<HTMLDivElement>(null);
  const before = useRef("waiting");
  useLayoutEffect(() => {
    const isOpening = before.current.startsWith("waiting") && origin === "pushed";
    const isMoved = origin !== "load" && !isOpening;
    before.current = screen;
    const heading = isMoved ? page.current?.querySelector("h2") : null;
    if (heading) moveTo(heading);
  }, [screen, step]);
  return page;
}

export default createExercise(Workshop, "ps-work");
