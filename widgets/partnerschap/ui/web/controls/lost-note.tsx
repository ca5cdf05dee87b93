// What to show when the kernel does not answer.

import { useEffect, useRef } from "preact/hooks";
import { useApp } from "../lib/app";
import { Button } from "./buttons";

interface LostNoteProps {
  onRetry: () => void;
  /** Whether an answer may still come. */
  isSlow?: boolean;
}

/** Tries again at the press of its button, and by itself when there is a connection. */
export function LostNote({ onRetry, isSlow = false }: LostNoteProps) {
  const { word, connection } = useApp();
  const isOffline = window.navigator.onLine === false;
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
      <p>{word(isOffline ? "form.offline" : isSlow ? "form.slow" : "form.lost")}</p>
      <Button onClick={onRetry}>{word("form.retry")}</Button>
    </div>
  );
}
