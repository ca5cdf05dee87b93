// The way to another exercise.

import { useApp } from "../lib/app";
import { exerciseAddress } from "../lib/host";

interface ExerciseLinkProps {
  id: string;
  text: string;
  /** With the hash. */
  hash?: string;
}

/** A link where exercises have pages of their own, else which notebook to open. */
export function ExerciseLink({ id, text, hash }: ExerciseLinkProps) {
  const { word } = useApp();
  const href = exerciseAddress(id, { hash });
  return href ? (
    <a class="ps-button ps-link" href={href}>
      {text}
    </a>
  ) : (
    <span>{word("exercise.notebook", { what: text, notebook: `${id}.ipynb` })}</span>
  );
}
