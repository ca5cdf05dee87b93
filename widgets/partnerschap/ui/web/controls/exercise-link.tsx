// The way to another exercise.

import { useApp } from "../lib/app";
import { exerciseAddress } from "../lib/host";

interface ExerciseLinkProps {
  id: string;
  text: string;
  /** With the hash. */
  hash?: string;
  /** Where it leads; the exercise's own page unless given. */
  href?: string | null;
  /** Whether it takes the place of the whole page, and not of the frame of this exercise. */
  isWhole?: boolean;
}

/** A link where exercises have pages of their own, else which notebook to open. */
export function ExerciseLink(props: ExerciseLinkProps) {
  const { id, text, hash, href = exerciseAddress(id, { hash }), isWhole = false } = props;
  const { word } = useApp();
  return href ? (
    <a class="ps-button ps-link" href={href} {...(isWhole && { target: "_top", rel: "noopener" })}>
      {text}
    </a>
  ) : (
    <span>{word("exercise.notebook", { what: text, notebook: `${id}.ipynb` })}</span>
  );
}
