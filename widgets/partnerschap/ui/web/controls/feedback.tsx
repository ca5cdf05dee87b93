// What a screen says of itself: what is wrong, what is kept, how far the reader is.

import type { ComponentChildren } from "preact";
import { useApp } from "../lib/app";
import { useProgress } from "../lib/screens";
import "./feedback.css";

/** A place for what is wrong; empty when nothing is. */
export function Problem({ text }: { text: string }) {
  return (
    <p class="ps-problem" role="alert" hidden={!text}>
      {text}
    </p>
  );
}

/** Whether this browser keeps what was just filled in. */
export function Saved() {
  const { word } = useApp();
  const { kept } = useProgress();
  return (
    <span class="ps-kept">
      {kept !== null && word(kept ? "exercise.kept" : "exercise.not_kept")}
    </span>
  );
}

/** How far the reader is, with a line that says the same in words. */
export function ProgressBar({
  done,
  total,
  children,
}: {
  done: number;
  total: number;
  children: ComponentChildren;
}) {
  return (
    <div class="ps-progress">
      <p>
        <span>{children}</span> <Saved />
      </p>
      <progress max={total} value={done} aria-hidden="true" />
    </div>
  );
}

/** Where what is filled in goes; `id` is of other words for it. */
export function PrivacyNote({ id = "exercise.private" }: { id?: string }) {
  const { word } = useApp();
  const { canKeep } = useProgress();
  return <p class="ps-private">{word(canKeep ? id : "exercise.not_kept")}</p>;
}
