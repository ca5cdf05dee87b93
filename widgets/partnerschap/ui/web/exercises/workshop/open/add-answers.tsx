// What comes from elsewhere while the round is open: sheets, paper, and answer codes.

import { useRef, useState } from "preact/hooks";
import { BusyButton, Button, Buttons } from "../../../controls/buttons";
import { CodeReader } from "../../../controls/code-reader/code-reader";
import type { Decoder } from "../../../controls/code-reader/qr-frames";
import { ExerciseLink } from "../../../controls/exercise-link";
import { Folded } from "../../../controls/panels";
import { NOTHING_TOLD, SavingLine, type Told } from "../../../controls/saving-line";
import { SheetField, sheetProblem } from "../../../controls/sheet-file";
import { useApp } from "../../../lib/app";
import { loadModule } from "../../../lib/modules";
import type { Batch } from "../../../protocol";
import { useRound } from "../context";
import { joinSearch } from "./join-address";
import "../../../controls/list-editor.css";

/** Id of the batch of all answer codes. */
const CODES = "codes";

export function AddAnswers() {
  return (
    <div>
      <AddSheets />
      <AddCodes />
    </div>
  );
}

function AddSheets() {
  const app = useApp();
  const { word, count } = app;
  const { ask, view } = useRound();
  const [told, setTold] = useState(NOTHING_TOLD);
  const file = useRef<HTMLInputElement>(null);
  const line = useRef<HTMLParagraphElement>(null);

  const upload = async () => {
    const chosen = file.current?.files?.[0];
    const problem = sheetProblem(app, chosen);
    if (!chosen || problem) return setTold({ text: problem, isWrong: true });
    const data = await chosen.arrayBuffer();
    const reply = await ask({ kind: "sheet", filename: chosen.name }, [data]);
    if (reply.kind !== "view") return setTold(NOTHING_TOLD); // it is told above
    if (reply.problem) return setTold({ text: reply.problem, isWrong: true });
    if (file.current) file.current.value = "";
    setTold({ text: count("workshop.sheet_added", reply.added ?? 0) });
  };
  const remove = async (batch: string) => {
    const reply = await ask({ kind: "remove_batch", batch });
    if (reply.kind === "view") setTold({ text: count("workshop.removed", reply.removed ?? 0) });
    line.current?.focus();
  };
  return (
    <Folded title={word("workshop.add")}>
      <p>{word("workshop.add_what")}</p>
      <SheetField file={file} problem={told.isWrong ? told.text : ""} />
      <Buttons>
        <BusyButton onClick={upload}>{word("workshop.sheet_add")}</BusyButton>
        <ExerciseLink
          id="meedoen"
          text={word("workshop.retype")}
          search={joinSearch(view.code)}
          target="_blank"
        />
      </Buttons>
      <SavingLine {...(told.isWrong ? NOTHING_TOLD : told)} place={line} />
      <ul class="ps-entries" hidden={view.batches.length === 0}>
        {view.batches.map((batch) => (
          <BatchRow key={batch.id} {...batch} onRemove={() => void remove(batch.id)} />
        ))}
      </ul>
    </Folded>
  );
}

function BatchRow({ id, rows, onRemove }: Batch & { onRemove: () => void }) {
  const { word, count } = useApp();
  const text =
    id === CODES ? count("workshop.batch_codes", rows) : word("workshop.batch", { name: id, rows });
  return (
    <li>
      <span>{text}</span>
      <Button
        class="ps-clear"
        aria-label={word("workshop.batch_remove_of", { batch: text })}
        onClick={onRemove}
      >
        {word("workshop.batch_remove")}
      </Button>
    </li>
  );
}

function AddCodes() {
  const { word, count, connection } = useApp();
  const { ask } = useRound();
  const [isOpen, setOpen] = useState(false);
  const add = async (text: string): Promise<Told | null> => {
    const reply = await ask({ kind: "code", text });
    if (reply.kind === "fault") return { text: reply.message, isWrong: true };
    if (reply.kind !== "view") return null;
    if (reply.problem) return { text: reply.problem, isWrong: true };
    return { text: count("workshop.code_added", reply.added_code ?? 0) };
  };
  return (
    <Folded title={word("workshop.codes")} onToggle={setOpen}>
      <p>{word("workshop.codes_what")}</p>
      <CodeReader
        isOpen={isOpen}
        onCode={add}
        loadDecoder={() => loadModule<Decoder>(connection, "qr-decoder")}
      />
    </Folded>
  );
}
