// The secret link, once, with why it is to be kept.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Button, Buttons } from "../../../controls/buttons";
import { SavingLine } from "../../../controls/saving-line";
import { useApp } from "../../../lib/app";
import { copyText } from "../../../lib/clipboard";
import { dateWords } from "../../../lib/dates";
import { fileName } from "../../../lib/file-name";
import { secretLink } from "../../../lib/trainer-link";
import { useLeading } from "../context";
import "../../../controls/answer-code.css";

export function LinkScreen() {
  const { specification, word } = useApp();
  const { trainer, state } = useLeading();
  const written = useRef<HTMLElement>(null);
  const [told, setTold] = useState("");
  const link = secretLink(trainer.token ?? "");
  const view = state.round?.view;
  const team = view?.label ?? "";
  const code = view?.code ?? "";
  const opened = view?.rounds.find(({ id }) => id === view.id)?.opened.slice(0, 10) ?? "";
  const about = word("workshop.link_about", {
    team: team || word("workshop.no_label"),
    date: opened && dateWords(specification.language, opened),
    code,
  });
  const file = useTextFile(`${word("workshop.link_text")}\n\n${link}\n\n${about}\n`);
  const name = fileName([word("workshop.link_file"), team, opened, code], "txt");
  const copy = async () => {
    if (!written.current) return;
    const isCopied = await copyText(written.current);
    setTold(word(isCopied ? "workshop.copied" : "workshop.copy_by_hand"));
  };
  return (
    <>
      <h2>{word("workshop.keep")}</h2>
      <p>{word("workshop.keep_why")}</p>
      <p>
        <code class="ps-code-text" ref={written}>
          {link}
        </code>
      </p>
      <Buttons>
        <Button onClick={() => void copy()}>{word("workshop.copy")}</Button>
        <a class="ps-button ps-link" href={file} download={name}>
          {word("workshop.download")}
        </a>
      </Buttons>
      <SavingLine text={told} />
      <p class="ps-note">{word("workshop.keep_secret")}</p>
      <Buttons>
        <Button main onClick={() => trainer.linkIsKept()}>
          {word("workshop.is_kept")}
        </Button>
      </Buttons>
    </>
  );
}

/** The address of a text as a file, for as long as the screen stands. */
function useTextFile(text: string): string {
  const address = useMemo(
    () => URL.createObjectURL(new Blob([text], { type: "text/plain" })),
    [text],
  );
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return address;
}
