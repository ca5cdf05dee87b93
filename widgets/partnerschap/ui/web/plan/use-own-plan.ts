// The plan of this browser in a component that shows it.

import { useEffect, useMemo, useState } from "preact/hooks";
import { useApp } from "../lib/app";
import { OwnPlan } from "./own-plan";

/** The plan of this browser; a change of it, here or in another page, renders the component again. */
export function useOwnPlan(): OwnPlan {
  const app = useApp();
  const [, setTurn] = useState(0);
  const plan = useMemo(() => new OwnPlan(app, () => setTurn((turn) => turn + 1)), [app]);
  useEffect(() => plan.follow(), [plan]);
  return plan;
}
