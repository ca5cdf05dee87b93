// An exercise that works in the page alone: its screens, and what this browser remembers of it.

import { type ComponentChildren, createContext } from "preact";
import { useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { useApp } from "./app";
import { moduleAsked } from "./asked-module";
import { moveTo, moveToNew } from "./focus";
import { tellBook } from "./host";
import { followScreens, isSamePlace, type Place, type ScreenHistory } from "./screen-history";
import { forget, onKept, recall, remember } from "./storage";

/** What the screens of such an exercise share. */
export interface Progress<Memory extends object> {
  /** What the reader did; `screen` is the screen that is open. */
  memory: Memory & { screen: string };
  /** Change the memory and save it in this browser. */
  keep: (changes: Partial<Memory>) => void;
  /** Show another screen and move the reader there. */
  go: (screen: string, changes?: Partial<Memory>) => void;
  /** Forget everything and begin again. */
  wipe: () => void;
  /** Whether what was changed on this screen is kept; null when nothing was. */
  kept: boolean | null;
  /** Whether this browser can keep anything at all. */
  canKeep: boolean;
}

const ProgressContext = createContext<unknown>(null);

/** What the screens share; the memory's type is that of the exercise's `Screens`. */
export function useProgress<Memory extends object>(): Progress<Memory> {
  return useContext(ProgressContext) as Progress<Memory>;
}

interface ScreensProps<Memory extends object> {
  /** What is remembered at the start. */
  empty: Memory;
  /**
   * Each with its `h2`, where a reader is taken, or to what has `data-new` in what is there already; the
   * first one is where a reader begins.
   */
  screens: Record<string, () => ComponentChildren>;
  /** What of the memory decides, beside the screen, where a reader is: back brings it back too. */
  placed?: readonly (keyof Memory & string)[];
  /** Where it is remembered, if not under the exercise's own id. */
  name?: string;
  /**
   * The screen to show for what is remembered: another one than where the reader goes when that has
   * nothing to show. It is asked on the way in, by a button, back or a reload, and not after that.
   */
  redirect?: (memory: Memory & { screen: string }) => string;
  /** Id of the words that say that all is wiped. */
  wiped?: string;
  /** The screen on which the exercise is done: it counts for the module in the address. */
  last?: string;
}

/** Show the screen where the reader was, and every next one. */
export function Screens<Memory extends object>(props: ScreensProps<Memory>) {
  const { empty, screens, placed = [], redirect = ({ screen }) => screen } = props;
  const { wiped = "exercise.wiped", last } = props;
  const { specification, word } = useApp();
  const name = props.name ?? specification.exercise;
  const first = Object.keys(screens)[0] ?? "";
  const fresh = useMemo(() => ({ screen: first, ...empty }), []);
  const settle = (next: typeof fresh) => {
    const screen = redirect(next);
    return { ...next, screen: screen in screens ? screen : first };
  };
  const [memory, setMemory] = useState(() => settle(recall(name, fresh)));
  const [kept, setKept] = useState<boolean | null>(null);
  const [isWiped, setWiped] = useState(false);
  const [turn, setTurn] = useState(0); // of showing a screen: every turn it begins anew
  const [canKeep] = useState(() => remember(name, memory));
  const view = useRef<HTMLDivElement>(null);
  const isMoved = useRef(false);
  const history = useRef<ScreenHistory | null>(null);
  const latest = useRef(memory); // two changes may come before the next render

  const placeOf = (from: typeof memory): Place => ({
    ...Object.fromEntries(placed.map((detail) => [detail, from[detail]])),
    screen: from.screen,
  });
  const put = (next: typeof memory) => {
    latest.current = next;
    setMemory(next);
    return remember(name, next);
  };
  const show = (next: typeof memory) => {
    isMoved.current = true;
    setKept(null);
    setWiped(false);
    setTurn((one) => one + 1);
    put(settle(next));
  };
  const progress: Progress<Memory> = {
    memory,
    keep: (changes) => setKept(put({ ...latest.current, ...changes })),
    go(next, changes) {
      show({ ...latest.current, ...changes, screen: next });
      history.current?.push(placeOf(latest.current));
    },
    wipe() {
      forget(name);
      latest.current = fresh;
      setMemory(fresh);
      setKept(null);
      setWiped(true);
      setTurn((one) => one + 1);
      history.current?.replace(placeOf(fresh));
    },
    kept,
    canKeep,
  };

  useEffect(() => {
    history.current = followScreens(name, {
      first: placeOf(fresh),
      current: placeOf(memory),
      onBack: (place) => {
        // When another exercise in the same window went back, the reader is taken there.
        if (isSamePlace(place, placeOf(latest.current))) return;
        show({ ...latest.current, ...(place as Partial<typeof memory>) });
        history.current?.replace(placeOf(latest.current));
      },
    });
    return history.current.stop;
  }, []);

  // Another page of this browser filled in the same: what is filled in is taken over, and the reader
  // stays where they are.
  useEffect(
    () =>
      onKept(name, () => {
        const there = { ...recall(name, fresh), ...placeOf(latest.current) } as typeof memory;
        latest.current = there;
        setMemory(there);
      }),
    [],
  );
  useEffect(() => {
    const module = moduleAsked();
    if (memory.screen === last && module) tellBook({ what: "exercise", module });
  }, [memory.screen]);

  useLayoutEffect(() => {
    if (!isMoved.current) return;
    isMoved.current = false;
    const added = view.current?.querySelector<HTMLElement>("[data-new]");
    const heading = view.current?.querySelector("h2");
    if (added) moveToNew(added);
    else if (heading) moveTo(heading);
  });

  const Screen = screens[memory.screen];
  return (
    <ProgressContext.Provider value={progress}>
      {isWiped && <Wiped key={`wiped-${turn}`} text={word(wiped)} />}
      {/* Not the place: that can change while somebody fills in, who would lose the focus. */}
      <div ref={view} key={turn}>
        {Screen && <Screen />}
      </div>
    </ProgressContext.Provider>
  );
}

/** Says that all is gone, where the reader is. */
export function Wiped({ text }: { text: string }) {
  const note = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => note.current?.focus(), []);
  return (
    <p class="ps-note" tabIndex={-1} ref={note}>
      {text}
    </p>
  );
}
