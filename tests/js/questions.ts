// Questions of any kind, where a test is about asking and not about what is asked.

import type { Question } from "../../widgets/partnerschap/ui/web/lib/connection";

export const question = (kind: string, fields: object = {}): Question =>
  ({ kind, ...fields }) as Question;
