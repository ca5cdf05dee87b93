// A question to the kernel as the state of a component.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Reply } from "./connection";

interface Asked {
  /** Null until there is one; a fault with the reason `lost` when none came in time. */
  reply: Reply | null;
  /** Ask again. */
  ask: () => void;
  /** Whether an answer takes so long that a reader is told. */
  isSlow: boolean;
}

/** In ms. */
const SLOW_AFTER = 5000;

/**
 * Ask when the component comes on the screen, and again at `ask`.
 *
 * `request` is of `Connection`: its answer says by itself that none came. An answer to an earlier
 * question does not take the place of a later one, nor come after the component has gone.
 */
export function useReply(request: () => Promise<Reply>): Asked {
  const [reply, setReply] = useState<Reply | null>(null);
  const [isSlow, setSlow] = useState(false);
  const turn = useRef(0);
  const ask = () => {
    const mine = ++turn.current;
    setReply(null);
    const timer = setTimeout(() => mine === turn.current && setSlow(true), SLOW_AFTER);
    void request().then((answer) => {
      clearTimeout(timer);
      if (mine !== turn.current) return;
      setSlow(false);
      setReply(answer);
    });
  };
  useEffect(() => {
    ask();
    return () => {
      turn.current += 1;
    };
  }, []);
  return { reply, ask, isSlow };
}
