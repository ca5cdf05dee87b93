// The way to another exercise.

import { useApp } from "../lib/app";
import { type AddressExtra, exerciseAddress } from "../lib/host";
import "./buttons.css";

interface ExerciseLinkProps extends AddressExtra {
  id: string;
  text: string;
  /** Where it leads; the exercise's own page unless given. */
  href?: string | null;
  /** Where that opens: in place of the whole page and not of a frame in it, or beside this page. */
  target?: "_top" | "_blank";
  /** Whether this is what most people go on with. */
  main?: boolean;
}

/** A link where exercises have pages of their own, else which notebook to open. */
export function ExerciseLink({
  id,
  text,
  target,
  main,
  search,
  hash,
  ...given
}: ExerciseLinkProps) {
  const { word } = useApp();
  const { href = exerciseAddress(id, { search, hash }) } = given;
  return href ? (
    <a
      class={main ? "ps-button ps-link ps-main" : "ps-button ps-link"}
      href={href}
      target={target}
      rel={target && "noopener"}
    >
      {text}
    </a>
  ) : (
    <span>{word("exercise.notebook", { what: text, notebook: `${id}.ipynb` })}</span>
  );
}
