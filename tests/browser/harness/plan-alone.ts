// The plan that this browser keeps, without a screen around it.

import { OwnPlan } from "../../../widgets/partnerschap/ui/web/plan/own-plan";

Object.assign(window, { OwnPlan });
