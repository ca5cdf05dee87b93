// The clock of a step on the screen; without a sound.

import { useEffect, useState } from "preact/hooks";
import { Button } from "../../../controls/buttons";
import { useApp } from "../../../lib/app";
import {
  type Clock,
  keepClock,
  newClock,
  newsOf,
  paused,
  recallClock,
  restOf,
  started,
  timeText,
} from "./clock";

/** Between two looks at the time, in ms. */
const TICK = 500;

interface StepClockProps {
  /** Of the step in this round; with another one it is another clock. */
  id: string;
  minutes: number;
}

export function StepClock({ id, minutes }: StepClockProps) {
  const { word } = useApp();
  const [clock, setClock] = useState<Clock>(() => recallClock(id) ?? newClock(minutes));
  const [now, setNow] = useState(() => Date.now());
  const isRunning = clock.ends > 0;

  useEffect(() => keepClock(id, clock), [id, clock]);
  useEffect(() => {
    if (!isRunning) return;
    const ticking = setInterval(() => setNow(Date.now()), TICK);
    return () => clearInterval(ticking);
  }, [isRunning]);

  const set = (change: (clock: Clock, now: number) => Clock) => {
    const moment = Date.now();
    setNow(moment);
    setClock(change(clock, moment));
  };
  const seconds = restOf(clock, now);
  const isOver = seconds === 0;
  const news = newsOf(clock, seconds);
  return (
    <div class={isOver ? "ps-clock ps-over-time" : "ps-clock"}>
      <span class="ps-time" role="timer">
        {isOver ? word("workshop.clock_over") : timeText(seconds)}
      </span>
      <span class="ps-hidden" aria-live="polite">
        {news && word(`workshop.clock_${news}`)}
      </span>
      <span class="ps-clock-buttons">
        <Button hidden={isOver} onClick={() => set(isRunning ? paused : started)}>
          {word(isRunning ? "workshop.clock_pause" : "workshop.clock_start")}
        </Button>
        <Button onClick={() => set(() => newClock(minutes))}>{word("workshop.clock_again")}</Button>
      </span>
    </div>
  );
}
