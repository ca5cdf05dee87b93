// The face of somebody in a conversation: one of the people whom the drawings of the book show.

import beard from "../../../../../../book/drawings/people/beard.svg";
import bob from "../../../../../../book/drawings/people/bob.svg";
import bun from "../../../../../../book/drawings/people/bun.svg";
import curls from "../../../../../../book/drawings/people/curls.svg";
import grey from "../../../../../../book/drawings/people/grey.svg";
import locks from "../../../../../../book/drawings/people/locks.svg";
import long from "../../../../../../book/drawings/people/long.svg";
import parted from "../../../../../../book/drawings/people/parted.svg";
import ponytail from "../../../../../../book/drawings/people/ponytail.svg";
import puffs from "../../../../../../book/drawings/people/puffs.svg";
import scarf from "../../../../../../book/drawings/people/scarf.svg";
import short from "../../../../../../book/drawings/people/short.svg";
import silver from "../../../../../../book/drawings/people/silver.svg";
import stubble from "../../../../../../book/drawings/people/stubble.svg";
import tuft from "../../../../../../book/drawings/people/tuft.svg";
import type { Character } from "../../protocol";
import { type Shape, Shapes } from "./shapes";
import "./face.css";

const FACES: Readonly<Record<Character["face"], Shape>> = {
  beard,
  bob,
  bun,
  curls,
  grey,
  locks,
  long,
  parted,
  ponytail,
  puffs,
  scarf,
  short,
  silver,
  stubble,
  tuft,
};

/** Beside the name of who it is, which a reader hears. */
export function Face({ face }: Pick<Character, "face">) {
  return <Shapes of={FACES[face]} classes="ps-face" />;
}
