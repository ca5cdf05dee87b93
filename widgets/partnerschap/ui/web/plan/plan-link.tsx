// The way to the whole plan of this browser.

import { Buttons } from "../controls/buttons";
import { ExerciseLink } from "../controls/exercise-link";
import { useApp } from "../lib/app";
import { courseAddress, exerciseAddress } from "../lib/host";
import type { OwnPlan } from "./own-plan";
import { PLAN_NAME } from "./plan-memory";

/** The way to the whole plan, which opens where is agreed who does what. */
export function PlanLink({ plan }: { plan: OwnPlan }) {
  const { word } = useApp();
  const page = courseAddress(PLAN_NAME);
  const href = page === null ? exerciseAddress(PLAN_NAME) : `${page}#oefening-${PLAN_NAME}`;
  return (
    // The link itself leads there; what is kept is only where it opens.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    // biome-ignore lint/a11y/useKeyWithClickEvents: a key on the link clicks too
    <div onClick={() => plan.keepScreen("agree")}>
      <Buttons>
        <ExerciseLink main target="_top" id={PLAN_NAME} href={href} text={word("plan.to_whole")} />
      </Buttons>
    </div>
  );
}
