// How much time is left for a step; kept in this tab, so that it goes on when the page loads again.

const PLACE = "partnerschap:clock";
/** From so many seconds on, it is said that time is nearly up. */
const LAST = 60;

export interface Clock {
  /** Seconds that are left, while it stands still. */
  left: number;
  /** The moment (ms) at which it ends, while it runs; else 0. */
  ends: number;
}

export const newClock = (minutes: number): Clock => ({ left: minutes * 60, ends: 0 });

/** Seconds that are left. */
export const restOf = ({ left, ends }: Clock, now: number): number =>
  ends ? Math.max(0, Math.ceil((ends - now) / 1000)) : left;

/** The same clock, running. */
export const started = (clock: Clock, now: number): Clock => ({
  ...clock,
  ends: now + clock.left * 1000,
});

/** The same clock, standing still. */
export const paused = (clock: Clock, now: number): Clock => ({
  left: restOf(clock, now),
  ends: 0,
});

/** Minutes and seconds. */
export const timeText = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** What to tell, while it runs, to who does not look at it. */
export function newsOf({ ends }: Clock, seconds: number): "over" | "last" | null {
  if (!ends) return null;
  if (seconds === 0) return "over";
  return seconds <= LAST ? "last" : null;
}

/** Keep the clock of a step; this tab keeps one. */
export function keepClock(id: string, clock: Clock): void {
  try {
    window.sessionStorage.setItem(PLACE, JSON.stringify({ id, ...clock }));
  } catch {
    // After a reload it starts again.
  }
}

/** The clock of a step, if this tab keeps it. */
export function recallClock(id: string): Clock | null {
  try {
    const kept = JSON.parse(window.sessionStorage.getItem(PLACE) ?? "null");
    return kept?.id === id ? { left: kept.left, ends: kept.ends } : null;
  } catch {
    return null;
  }
}
