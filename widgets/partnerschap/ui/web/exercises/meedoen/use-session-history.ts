// Taking part as entries in the browser's history; back does not undo what the server knows.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useApp } from "../../lib/app";
import { followScreens, openPlace, type Place, type ScreenHistory } from "../../lib/screen-history";
import type { Participant } from "./participant";
import { CODE_PLACE, codeOf, formOf, isStep, placeOf, sessionPlace } from "./places";
import { invitedCode, isCode, lastCode, tidyCode } from "./session-code";
import type { ParticipantState } from "./state";

interface SessionHistory {
  /** Whether somebody goes back out of the session while not everything is sent. */
  isLeaving: boolean;
  leave: () => void;
  stay: () => void;
}

/** Begin where the address or the browser's history says, and follow where a participant goes. */
export function useSessionHistory(
  participant: Participant,
  state: ParticipantState,
): SessionHistory {
  const { specification, word } = useApp();
  const name = specification.exercise;
  const history = useRef<ScreenHistory | null>(null);
  const current = useRef<Place>(CODE_PLACE);
  const [isLeaving, setLeaving] = useState(false);

  const begin = () => {
    const open = openPlace(name);
    const invited = invitedCode();
    const code = tidyCode(codeOf(open) ?? invited ?? lastCode() ?? "");
    if (open?.screen === "code") participant.showCode(code);
    else if (isCode(code)) {
      current.current = open ?? sessionPlace(code);
      void participant.find(code, "load");
    } else participant.showCode(invited ?? "", invited ? word("meedoen.code_wrong") : "");
  };

  const goBackTo = (place: Place) => {
    const { stage, unsent } = participant.getSnapshot();
    const code = codeOf(place);
    if (!code && unsent) {
      history.current?.push(current.current);
      setLeaving(true);
      return;
    }
    const { code: left } = current.current;
    current.current = place;
    setLeaving(false);
    const { area, isLookingBack } = formOf(place);
    if (!code) participant.leave(String(left ?? ""));
    else if (stage.kind === "joined" && stage.view.code === code)
      participant.openForm(area, isLookingBack);
    else void participant.find(code, "asked");
  };

  // Before anything is painted: what is shown first depends on it.
  useLayoutEffect(() => {
    begin();
    history.current = followScreens(name, {
      first: CODE_PLACE,
      current: current.current,
      onBack: goBackTo,
    });
    return history.current.stop;
  }, []);

  // With the screen, so that a reload in the next moment finds the place of what was seen.
  useLayoutEffect(() => {
    // As it is now: somebody may have gone back since this was rendered.
    const now = participant.getSnapshot();
    const from = current.current;
    const to = placeOf(now);
    if (!to || JSON.stringify(to) === JSON.stringify(from)) return;
    current.current = to;
    const isOnTheWay = now.origin === "load" && to.screen === "code";
    if (isStep(from, to) && !isOnTheWay) history.current?.push(to);
    else history.current?.replace(to);
  }, [state]);

  return {
    isLeaving,
    leave() {
      setLeaving(false);
      participant.leave(codeOf(current.current) ?? "");
    },
    stay: () => setLeaving(false),
  };
}
