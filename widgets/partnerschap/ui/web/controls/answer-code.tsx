// One's own answers as an answer code, for a team that has no server in common.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useApp } from "../lib/app";
import { copyText } from "../lib/clipboard";
import type { Reply } from "../lib/connection";
import { Button, Buttons } from "./buttons";
import { Drawing } from "./drawing";
import "./answer-code.css";
import "./panels.css";

type Code =
  | { state: "asked" }
  | { state: "failed"; text: string }
  | { state: "ready"; text: string; svg: string | null };

interface AnswerCodePanelProps {
  /** Makes the text, in the page alone. */
  write: () => string;
  /** Asks the kernel for the drawing of it. */
  ask: () => Promise<Reply>;
  /** Whether it is the way on, and not one more thing to do. */
  isOpen?: boolean;
}

/** A panel that makes the code when asked, not before: not everybody wants one. */
export function AnswerCodePanel({ write, ask, isOpen = false }: AnswerCodePanelProps) {
  const { word } = useApp();
  const [code, setCode] = useState<Code>({ state: "asked" });
  const make = async () => {
    const text = write();
    setCode({ state: "ready", text, svg: null });
    const reply = await ask();
    if (reply.kind === "answer_code") setCode({ state: "ready", text: reply.text, svg: reply.svg });
    // Without an answer there is the text, which says the same as the drawing.
    else if (reply.reason !== "lost") setCode({ state: "failed", text: reply.message ?? "" });
  };
  return (
    <details class="ps-panel ps-above" open={isOpen}>
      <summary>{word("code.heading")}</summary>
      <p>{word("code.what")}</p>
      <p>{word("code.inside")}</p>
      <p class="ps-note">{word("code.careful")}</p>
      {code.state !== "ready" && (
        <Buttons>
          <Button main onClick={() => void make()}>
            {word("code.make")}
          </Button>
        </Buttons>
      )}
      {code.state === "ready" && <AnswerCode text={code.text} svg={code.svg} />}
      {/* Who sees the code need not read that it is there. */}
      <p class={code.state === "ready" ? "ps-hint ps-hidden" : "ps-hint"} role="status">
        {code.state === "ready" && word("code.ready")}
        {code.state === "failed" && code.text}
      </p>
    </details>
  );
}

/** The code as a drawing and as a text to copy. */
function AnswerCode({ text, svg }: { text: string; svg: string | null }) {
  const { word } = useApp();
  const [outcome, setOutcome] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  const written = useRef<HTMLElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const copy = async () => {
    if (!written.current) return;
    const isCopied = await copyText(written.current);
    setOutcome(word(isCopied ? "code.copied" : "code.copy_by_hand"));
  };
  return (
    <div>
      <h4 tabIndex={-1} ref={heading}>
        {word("code.yours")}
      </h4>
      <div class="ps-code">
        {svg && (
          <div class="ps-qr">
            <Drawing svg={svg} label={word("code.picture")} />
          </div>
        )}
        <div>
          <p>{word("code.use")}</p>
          <p>
            <code class="ps-code-text" translate={false} ref={written}>
              {text}
            </code>
          </p>
          <Buttons>
            <Button onClick={() => void copy()}>{word("code.copy")}</Button>
          </Buttons>
          <p class="ps-hint" role="status">
            {outcome}
          </p>
        </div>
      </div>
    </div>
  );
}
