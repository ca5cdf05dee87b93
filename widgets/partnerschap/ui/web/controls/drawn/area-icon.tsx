// The icon of an area: one of the five partnerships, or vision, policy or environment.

import beleid from "../../../../../../book/drawings/icons/beleid.svg";
import didactisch from "../../../../../../book/drawings/icons/didactisch.svg";
import formeel from "../../../../../../book/drawings/icons/formeel.svg";
import informeel from "../../../../../../book/drawings/icons/informeel.svg";
import maatschappelijk from "../../../../../../book/drawings/icons/maatschappelijk.svg";
import omgeving from "../../../../../../book/drawings/icons/omgeving.svg";
import pedagogisch from "../../../../../../book/drawings/icons/pedagogisch.svg";
import visie from "../../../../../../book/drawings/icons/visie.svg";
import { type Shape, Shapes } from "./shapes";
import "./area-icon.css";

const ICONS: Readonly<Record<string, Shape>> = {
  informeel,
  formeel,
  didactisch,
  pedagogisch,
  maatschappelijk,
  visie,
  beleid,
  omgeving,
};

/** Beside the name of the area; nothing for the points that a team added itself. */
export function AreaIcon({ area }: { area: string | undefined }) {
  const icon = area && ICONS[area];
  return icon ? <Shapes of={icon} classes="ps-area-icon" /> : null;
}
