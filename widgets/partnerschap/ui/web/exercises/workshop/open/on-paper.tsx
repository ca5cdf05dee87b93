// What a trainer prints for this round: sheets with the team's own points, a poster, letters.

import { FileList } from "../../../controls/downloads";
import { Folded } from "../../../controls/panels";
import { useApp } from "../../../lib/app";
import type { TrainerRequest } from "../../../protocol";
import { useRound } from "../context";
import { isAlone, joinAddress, typedAddress } from "./join-address";

type PaperFile = Extract<TrainerRequest, { kind: "paper_file" }>["file"];

/** Each as the kernel names it, with the suffix that its button tells. */
const FILES: Readonly<Record<string, PaperFile>> = {
  "paper.zip": "paper",
  "sheets.pdf": "sheets",
  "poster.pdf": "poster",
  "letters.docx": "letters",
  "answers.xlsx": "answers",
};

export function OnPaper() {
  const { word } = useApp();
  const { trainer, view } = useRound();
  // An address that no phone reaches is better not printed.
  const address = isAlone() ? null : joinAddress(view.code);
  const make = (file: string) =>
    trainer.request({
      kind: "paper_file",
      token: trainer.token ?? "",
      session: view.id,
      file: FILES[file] ?? "paper",
      link: address ?? "",
      typed: address ? typedAddress() : "",
    });
  return (
    <Folded title={word("workshop.paper")}>
      <p>{word("workshop.paper_what")}</p>
      {!address && <p class="ps-note">{word("workshop.paper_no_address")}</p>}
      <FileList files={Object.keys(FILES)} make={make} />
    </Folded>
  );
}
