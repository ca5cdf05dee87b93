// A team's filled-in answer sheet, to see its result.

import { createContext } from "preact";
import { useContext, useRef, useState } from "preact/hooks";
import { BusyButton, Buttons } from "../../controls/buttons";
import { Field } from "../../controls/fields";
import { LostNote } from "../../controls/lost-note";
import { Folded } from "../../controls/panels";
import { SheetField, sheetProblem } from "../../controls/sheet-file";
import { Waiting } from "../../controls/waiting";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import type { ScanMemory } from "../../questionnaire/scan-memory";
import { type Sheet, scoreSheet } from "./scan";

const GROUPS = [5, 3, 1];

interface SheetState {
  /** The one whose result was shown last; it is not kept, so after a reload there is none. */
  sheet: Sheet | null;
  setSheet: (sheet: Sheet) => void;
}

export const SheetContext = createContext<SheetState>({ sheet: null, setSheet: () => {} });

type Sent = { state: "none" | "waiting" | "lost" } | { state: "refused"; text: string };

export function SheetPanel() {
  const app = useApp();
  const { word } = app;
  const { go } = useProgress<ScanMemory>();
  const { setSheet } = useContext(SheetContext);
  const [sent, setSent] = useState<Sent>({ state: "none" });
  const file = useRef<HTMLInputElement>(null);
  const group = useRef<HTMLSelectElement>(null);
  const turn = useRef(0);

  const send = async () => {
    const chosen = file.current?.files?.[0];
    const problem = sheetProblem(app, chosen);
    if (!chosen || problem) return setSent({ state: "refused", text: problem });
    setSent({ state: "waiting" });
    const mine = ++turn.current;
    const sheet = {
      filename: chosen.name,
      minGroup: Number(group.current?.value) as Sheet["minGroup"],
      data: await chosen.arrayBuffer(),
    };
    const scored = await scoreSheet(app, sheet);
    if (mine !== turn.current || !file.current) return; // sent again, or the reader went elsewhere
    if (scored.kind === "scored") {
      setSheet({ ...sheet, scored });
      go("sheet");
    } else if (scored.reason === "lost") setSent({ state: "lost" });
    else setSent({ state: "refused", text: scored.message ?? "" });
  };
  return (
    <Folded title={word("form.sheet_heading")}>
      <p>{word("form.sheet_intro")}</p>
      <SheetField file={file} problem={sent.state === "refused" ? sent.text : ""} />
      <Field label={word("form.sheet_group")}>
        <select ref={group}>
          {GROUPS.map((size) => (
            <option key={size} value={size}>
              {word(`form.sheet_group_${size}`)}
            </option>
          ))}
        </select>
      </Field>
      {sent.state === "waiting" && <Waiting text={word("form.calculating")} />}
      {sent.state === "lost" && <LostNote onRetry={() => void send()} />}
      <Buttons>
        <BusyButton onClick={send}>{word("form.sheet_show")}</BusyButton>
      </Buttons>
    </Folded>
  );
}
