// A question to the kernel as the state of a component.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Reply } from "./connection";

interface Asked {
  /** Null until there is one; a fault with the reason `lost` when none came in time. */
  reply: Reply | null;
  /** Ask again. */
  ask: () => void;
}

/**
 * Ask when the component comes on the screen, and again at `ask`.
 *
 * `request` is of `Connection`: its answer says by itself that none came. An answer to an earlier
 * question does not take the place of a later one, nor come after the component has gone.
 */
export function useReply(request: () => Promise<Reply>): Asked {
  const [reply, setReply] = useState<Reply | null>(null);
  const turn = useRef(0);
  const ask = () => {
    const mine = ++turn.current;
    setReply(null);
    void request().then((answer) => {
      if (mine === turn.current) setReply(answer);
    });
  };
  useEffect(() => {
    ask();
    return () => {
      turn.current += 1;
    };
  }, []);
  return { reply, ask };
}
