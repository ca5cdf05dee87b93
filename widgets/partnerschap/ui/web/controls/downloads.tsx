// Files that the kernel makes, for the reader to save.

import { useState } from "preact/hooks";
import { useApp } from "../lib/app";
import type { Reply } from "../lib/connection";
import type { Words } from "../lib/words";
import { BusyButton } from "./buttons";
import { Section } from "./panels";
import "./downloads.css";
import "./waiting.css";

/** How long a saved file may take to reach the disk, in ms. */
const KEPT = 60_000;

/** Hand a file over to the browser's downloads. */
export function saveFile(name: string, media: string, data: BlobPart): void {
  const url = URL.createObjectURL(new Blob([data], { type: media }));
  const link = document.createElement("a");
  Object.assign(link, { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}

/** Save what the kernel made; gives what to tell the reader of a file or a fault. */
export function saveReply({ word }: Words, reply: Reply): string {
  if (reply.kind !== "file" || !reply.data) {
    return reply.reason === "lost" ? word("file.lost") : (reply.message ?? "");
  }
  saveFile(reply.name, reply.media, reply.data as BlobPart);
  return word("file.made", { name: reply.name });
}

interface FileListProps {
  /** Each a kind and a suffix, such as `plan.pdf`. */
  files: readonly string[];
  /** Asks the kernel; gives a file or a fault. */
  make: (file: string) => Promise<Reply>;
}

type Told = { state: "ps-hint" | "ps-waiting" | "ps-problem"; text: string };

interface FileButtonsProps extends FileListProps {
  heading?: string;
  /** Below that, in the place of what holds for all files. */
  what?: string;
}

/** Buttons that each have the kernel make a file, under a heading of their own. */
export function FileButtons({ heading, what, ...list }: FileButtonsProps) {
  const { word } = useApp();
  return (
    <Section title={heading ?? word("file.heading")}>
      <p>{what ?? word("file.what")}</p>
      <FileList {...list} />
    </Section>
  );
}

/** The buttons alone, for where a heading stands above them already. */
export function FileList({ files, make }: FileListProps) {
  const app = useApp();
  const { word } = app;
  const [told, setTold] = useState<Told>({ state: "ps-hint", text: "" });
  const get = async (file: string) => {
    setTold({ state: "ps-waiting", text: word("file.making") });
    const reply = await make(file);
    const state = reply.kind === "file" ? "ps-hint" : "ps-problem";
    setTold({ state, text: saveReply(app, reply) });
  };
  return (
    <>
      <ul class="ps-files">
        {files.map((file) => {
          const id = file.replaceAll(/[-.]/g, "_");
          return (
            <li key={file}>
              <BusyButton data-file={file} onClick={() => get(file)}>
                {word(`file.${id}`)}
              </BusyButton>{" "}
              <span class="ps-hint">{word(`file.${id}_what`)}</span>
            </li>
          );
        })}
      </ul>
      <p class={told.state} role="status">
        {told.state === "ps-waiting" && <span class="ps-spinner" aria-hidden="true" />}
        {told.text}
      </p>
    </>
  );
}
