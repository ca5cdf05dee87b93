// The way to another exercise.

import { useApp } from "../lib/app";
import { type AddressExtra, exerciseAddress } from "../lib/host";

interface ExerciseLinkProps extends AddressExtra {
  id: string;
  text: string;
  /** Whether this page stays open beside it. */
  isNewTab?: boolean;
}

/** A link where exercises have pages of their own, else which notebook to open. */
export function ExerciseLink({ id, text, isNewTab = false, search, hash }: ExerciseLinkProps) {
  const { word } = useApp();
  const href = exerciseAddress(id, { search, hash });
  return href ? (
    <a class="ps-button ps-link" href={href} {...(isNewTab && NEW_TAB)}>
      {text}
    </a>
  ) : (
    <span>{word("exercise.notebook", { what: text, notebook: `${id}.ipynb` })}</span>
  );
}

const NEW_TAB = { target: "_blank", rel: "noopener" };
