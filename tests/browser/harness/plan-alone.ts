// The plan that this browser keeps, without a screen around it.

import { alonePlan } from "../../../widgets/partnerschap/ui/web/exercises/actieplan/alone.js";

Object.assign(window, { alonePlan });
