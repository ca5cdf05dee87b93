// Leading a session as entries in the browser's history.

import { useLayoutEffect, useRef } from "preact/hooks";
import { useApp } from "../../lib/app";
import {
  followScreens,
  isSamePlace,
  openPlace,
  type Place,
  type ScreenHistory,
} from "../../lib/screen-history";
import { keepSecret, secretIn } from "../../lib/trainer-link";
import { isStep, placeOf, roundPlace, START_PLACE } from "./places";
import type { Origin, TrainerState } from "./state";
import type { Trainer } from "./trainer";

/** Of an entry: how many entries of the same round lie below it. */
const BELOW = "below";

const placeIn = ({ [BELOW]: _, ...place }: Place): Place => place as Place;

const entryFor = (place: Place, below: number): Place =>
  below ? { ...place, [BELOW]: below } : place;

/** Begin where the address or the browser's history says, and follow where a trainer goes. */
export function useTrainerHistory(trainer: Trainer, state: TrainerState): void {
  const { exercise: name } = useApp().specification;
  const history = useRef<ScreenHistory | null>(null);
  const current = useRef<Place>(START_PLACE);
  /** Whether the page itself goes back, to an entry that stands for where the trainer is already. */
  const isReturning = useRef(false);
  const kept = useRef(trainer.kept);

  const below = () => Number(openPlace(name)?.[BELOW] ?? 0);
  const goBackTo = (place: Place) => {
    if (isReturning.current) {
      isReturning.current = false;
      history.current?.replace(entryFor(current.current, below()));
      return;
    }
    current.current = placeIn(place);
    void trainer.goBackTo(current.current);
  };

  // Before anything is painted: what is shown first depends on it.
  useLayoutEffect(() => {
    const open = openPlace(name);
    void trainer.begin(open);
    const isThere = open !== undefined && (open.screen === "start" || trainer.token !== null);
    const place = isThere ? open : (placeOf(trainer.getSnapshot()) ?? roundPlace(null));
    current.current = placeIn(place);
    history.current = followScreens(name, {
      first: START_PLACE,
      current: place,
      onBack: goBackTo,
    });
    return history.current.stop;
  }, []);

  useLayoutEffect(() => {
    const hearLink = () => {
      const token = secretIn(window.location.hash);
      if (!token) return;
      // Of an address that somebody typed the browser made an entry.
      if (!openPlace(name)) history.current?.replace(current.current);
      kept.current = null;
      void trainer.hearLink(token);
    };
    window.addEventListener("hashchange", hearLink);
    return () => window.removeEventListener("hashchange", hearLink);
  }, [trainer]);

  const follow = (from: Place, to: Place, origin: Origin) => {
    if (isStep(from, to, origin)) {
      history.current?.push(entryFor(to, from.round === to.round ? below() + 1 : 0));
      return;
    }
    const back = Math.min(below(), entriesToLeave(from, to));
    history.current?.replace(entryFor(to, below()));
    if (back === 0) return;
    isReturning.current = true;
    window.history.go(-back);
  };

  // Before the reader is taken to the next screen.
  useLayoutEffect(() => {
    // What was rendered may be behind: the way in begins after the first render, before this.
    const { origin, ...latest } = trainer.getSnapshot();
    const from = current.current;
    const to = placeOf(latest);
    const isOther = to !== null && !isSamePlace(from, to);
    if (isOther) current.current = to;
    const isInside = latest.stage === "round" || latest.stage === "link";
    // First an entry of its own, for what is kept may stand in its address.
    const isLeavingLink = isOther && from.screen === "link";
    if (isOther && !isLeavingLink) follow(from, to, origin);
    if (isInside && trainer.kept && trainer.kept !== kept.current) keepSecret(trainer.kept);
    kept.current = trainer.kept;
    if (isLeavingLink) follow(from, to, origin);
  }, [state]);
}

/** How many entries are of no use any more: that of a link that is kept, those of steps of a round that ended. */
function entriesToLeave(from: Place, to: Place): number {
  if (from.round !== to.round) return 0;
  if (from.screen === "link") return 1;
  return from.step !== undefined && to.step === undefined ? Number.POSITIVE_INFINITY : 0;
}
