// The plan that this browser keeps, without a screen around it.

import { OwnPlan } from "../../../widgets/partnerschap/ui/web/exercises/actieplan/own-plan";

Object.assign(window, { OwnPlan });
