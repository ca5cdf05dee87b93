// Taking part in a team session: come in with a code, answer, wait, and follow what the trainer
// shows. The kernel says where the session is; the page shows the screen that belongs to it.

import "../../styles/exercise.css";
import type { ComponentChildren } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { createExercise, useApp } from "../../lib/app";
import { useStore } from "../../lib/store";
import { useFormContent } from "../../questionnaire/content";
import { followBrowser } from "./browser-events";
import { ParticipationContext } from "./context";
import { LookBackScreen, NowScreen, ReadyScreen, TogetherScreen } from "./fill-in";
import { ClosedScreen, OverScreen, StepScreen } from "./follow";
import { Frame } from "./frame";
import { CodeScreen, RoleScreen, WaitingScreen } from "./join";
import { LeaveQuestion } from "./leaving";
import { Participant } from "./participant";
import { SavingBar } from "./saving-bar";
import type { SessionView } from "./session";
import { lastCode, rememberCode } from "./session-code";
import { type ParticipantState, type Screen, screenKey, screenOf } from "./state";
import { useSessionHistory } from "./use-session-history";
import "./meedoen.css";

/** The screens of somebody who joined. */
const JOINED: Partial<Record<Screen, () => ComponentChildren>> = {
  together: TogetherScreen,
  form: NowScreen,
  "look-back": LookBackScreen,
  ready: ReadyScreen,
  closed: ClosedScreen,
  step: StepScreen,
};

function Meedoen() {
  const app = useApp();
  const participant = useMemo(() => new Participant(app.connection, app), [app]);
  const canKeep = useMemo(() => rememberCode(lastCode()), []);
  const state = useStore(participant);
  const { isLeaving, leave, stay } = useSessionHistory(participant, state);
  useEffect(() => followBrowser(participant, app.connection), [participant]);
  return (
    <ParticipationContext.Provider value={{ participant, state, canKeep }}>
      <Frame name={screenKey(state)} origin={state.origin} say={app.say}>
        {state.stage.kind === "joined" && <Joined {...state.stage.view} />}
        <p class="ps-problem ps-noticed" role="alert">
          {state.notice}
        </p>
        {isLeaving && <LeaveQuestion onLeave={leave} onStay={stay} />}
        <div key={screenKey(state)}>
          <ScreenOf state={state} />
        </div>
      </Frame>
      <SavingBar />
    </ParticipationContext.Provider>
  );
}

function ScreenOf({ state }: { state: ParticipantState }) {
  const { stage } = state;
  switch (stage.kind) {
    case "code":
      return <CodeScreen {...stage} />;
    case "waiting":
      return <WaitingScreen {...stage} />;
    case "role":
      return <RoleScreen {...stage} />;
    case "over":
      return <OverScreen {...stage} />;
    case "joined": {
      const JoinedScreen = JOINED[screenOf(state)];
      return JoinedScreen ? <JoinedScreen /> : null;
    }
  }
}

/** The session, and as whom somebody takes part in it. */
function Joined({ code, own, demo }: SessionView) {
  const { word } = useApp();
  const role = useFormContent().roles.find(({ id }) => id === own.role);
  return (
    <p class="ps-joined">
      <span>{word("meedoen.session", { code })}</span>
      <span>{role?.name}</span>
      {demo && <span class="ps-badge">{word("meedoen.demo_badge")}</span>}
    </p>
  );
}

export default createExercise(Meedoen, "ps-meedoen");
