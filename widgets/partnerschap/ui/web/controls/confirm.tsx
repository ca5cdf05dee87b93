// Asking twice, inside the page: a dialog of the browser is not shown in every Jupyter.

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button } from "./buttons";
import "./confirm.css";

interface ConfirmationProps {
  /** What is asked, in short. */
  ask: string;
  /** What will happen. */
  children: ComponentChildren;
  yes: string;
  no: string;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Says what will happen, takes the reader there, and does it when that is wanted. */
export function Confirmation({ ask, children, yes, no, onConfirm, onCancel }: ConfirmationProps) {
  const said = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => said.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a question with two buttons is no form
    <div class="ps-sure" role="group" aria-label={ask}>
      <div ref={said} tabIndex={-1}>
        {children}
      </div>
      <div class="ps-buttons">
        <Button main onClick={onConfirm}>
          {yes}
        </Button>
        <Button onClick={onCancel}>{no}</Button>
      </div>
    </div>
  );
}

interface ConfirmButtonProps extends Omit<ConfirmationProps, "onCancel"> {
  /** Whether this is what most people come for. */
  main?: boolean;
  /** Whether there is nothing to lose now: then nothing is asked. */
  isSafe?: boolean;
  /** Whether it stands beside a thing that it takes away, and looks so. */
  clears?: boolean;
  /** What it is called to who does not see what it stands beside. */
  label?: string;
}

/** A button that first says what it does, and does it at the second one. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { main, isSafe = false, clears = false, label, ...question } = props;
  const { ask, onConfirm } = question;
  const [isOpen, setOpen] = useState(false);
  const first = useRef<HTMLSpanElement>(null);
  const wasOpen = useRef(false);

  useLayoutEffect(() => {
    if (!isOpen && wasOpen.current) first.current?.querySelector("button")?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);

  if (!isOpen) {
    return (
      <span ref={first}>
        <Button
          main={main}
          {...(clears && { class: "ps-clear" })}
          aria-label={label}
          aria-expanded={isSafe ? undefined : "false"}
          onClick={() => (isSafe ? onConfirm() : setOpen(true))}
        >
          {ask}
        </Button>
      </span>
    );
  }
  return (
    <Confirmation
      {...question}
      onConfirm={() => {
        setOpen(false);
        onConfirm();
      }}
      onCancel={() => setOpen(false)}
    />
  );
}
