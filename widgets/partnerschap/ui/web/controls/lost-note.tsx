// What to show when the kernel does not answer.

import { useEffect, useRef } from "preact/hooks";
import { useApp } from "../lib/app";
import { Button } from "./buttons";

/** Tries again at the press of its button, and by itself when there is a connection. */
export function LostNote({ onRetry }: { onRetry: () => void }) {
  const { word, connection } = useApp();
  const latest = useRef(onRetry);
  latest.current = onRetry;
  useEffect(() => {
    let isHere = true;
    void connection.revived().then(() => isHere && latest.current());
    return () => {
      isHere = false;
    };
  }, [connection]);
  return (
    <div class="ps-problem" role="alert">
      <p>{word("form.lost")}</p>
      <Button onClick={onRetry}>{word("form.retry")}</Button>
    </div>
  );
}
