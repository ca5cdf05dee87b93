// What the screens of a scan share: what is asked of this reader, and the requests for the result.

import { useRef } from "preact/hooks";
import { type App, useApp } from "../../lib/app";
import type { Reply } from "../../lib/connection";
import { useProgress } from "../../lib/screens";
import type { ActionText, FormItem, ScoreOwn, ScoreSheet } from "../../protocol";
import { answerCode } from "../../questionnaire/answer-code";
import {
  type Answers,
  askedItems,
  type FormContent,
  sectorOf,
  statementOf,
  useFormContent,
} from "../../questionnaire/content";
import { onlyItems, type ScanMemory } from "../../questionnaire/scan-memory";

/** The scan that is being filled in, as far as the choices are made. */
export interface Scan {
  content: FormContent;
  /** Id of the one that is chosen; else the first. */
  instrument: string;
  /** What is asked; nothing until a role is chosen. */
  items: readonly FormItem[];
  /** The answers to what is asked now; the memory may hold those of another version too. */
  answers: Answers;
  statement: (item: FormItem) => string;
}

export function useScan(): Scan {
  const content = useFormContent();
  const { memory } = useProgress<ScanMemory>();
  const { instruments } = content;
  const chosen = instruments.find(({ id }) => id === memory.instrument) ?? instruments[0];
  const instrument = chosen?.id ?? "";
  const items = askedItems(content, instrument, memory.role);
  const sector = sectorOf(content, memory.sector);
  return {
    content,
    instrument,
    items,
    answers: onlyItems(memory.answers, new Set(items.map(({ id }) => id))),
    statement: (item) => statementOf(item, sector, memory.role),
  };
}

/** Whether there is a form to fill in: all is chosen, and the content still has it. */
export const isChosen = (memory: ScanMemory, { items }: Scan) =>
  Boolean(memory.sector) && items.length > 0;

/** What the kernel is asked of the reader's own answers. */
export function useOwnRequests() {
  const { connection } = useApp();
  const { memory, keep } = useProgress<ScanMemory>();
  const { content, instrument, answers } = useScan();
  const drawn = useRef(memory.number);
  // There is a form only once these are chosen; an id that the content does not have is refused.
  const role = memory.role as ScoreOwn["role"];
  const sector = memory.sector ?? "";
  const numberOf = () => {
    if (drawn.current === null) {
      drawn.current = newNumber();
      keep({ number: drawn.current });
    }
    return drawn.current;
  };
  return {
    score: () => connection.request({ kind: "score_own", instrument, role, answers }),
    makeFile: (file: string, plan: ActionText[]) =>
      connection.request({ kind: "own_file", file, instrument, role, sector, answers, plan }),
    code: {
      write() {
        const chosen = content.instruments.find(({ id }) => id === instrument);
        return chosen ? answerCode({ instrument: chosen, role, number: numberOf(), answers }) : "";
      },
      ask: () =>
        connection.request({ kind: "answer_code", instrument, role, fill_in: numberOf(), answers }),
    },
  };
}

/** The number of a fill-in: 40 random bits, chosen at the first code and kept with the answers. */
function newNumber(): number {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return (high % 2 ** 8) * 2 ** 32 + low;
}

/** A team's answer sheet, and what the kernel says of it; only as long as the page is open. */
export interface Sheet {
  filename: string;
  minGroup: ScoreSheet["min_group"];
  data: ArrayBuffer;
  scored: Reply;
}

/** Have a sheet scored; the answer is `scored` or a fault. */
export const scoreSheet = ({ connection }: App, sheet: Omit<Sheet, "scored">) =>
  connection.request({ kind: "score_sheet", filename: sheet.filename, min_group: sheet.minGroup }, [
    sheet.data,
  ]);

/** Have a file made of a sheet, with what is planned of it. */
export const makeSheetFile = (
  { connection }: App,
  sheet: Sheet,
  file: string,
  plan: ActionText[],
) =>
  connection.request(
    {
      kind: "sheet_file",
      file,
      filename: sheet.filename,
      min_group: sheet.minGroup,
      sector: "",
      plan,
    },
    [sheet.data],
  );
