// The scans that this browser remembers: what a plan of one person can follow from.

import type { ScoreOwn } from "../../protocol";
import { askedItems, type FormContent } from "../../questionnaire/content";
import { onlyItems, recallScan } from "../../questionnaire/scan-memory";

const SCANS = ["teamscan", "beleidsscan"];

/** A scan with the answers to what it asks now. */
export interface RememberedScan {
  instrument: string;
  role: ScoreOwn["role"];
  sector: string;
  answers: ScoreOwn["answers"];
}

/** Whether a scan is kept under a key of the browser's storage. */
export const isScan = (key: string) => SCANS.some((scan) => key.endsWith(`:${scan}`));

export function rememberedScans(content: FormContent): RememberedScan[] {
  const known = new Set(content.items.map(({ id }) => id));
  return SCANS.flatMap((scan) => {
    const { instrument, role, sector, answers } = recallScan(scan, known);
    const roleId = content.roles.find(({ id }) => id === role)?.id;
    const items = askedItems(content, instrument, role);
    const asked = onlyItems(answers, new Set(items.map(({ id }) => id)));
    if (!instrument || !roleId || !Object.keys(asked).length) return [];
    return [{ instrument, role: roleId, sector: sector ?? "", answers: asked } as RememberedScan];
  });
}
