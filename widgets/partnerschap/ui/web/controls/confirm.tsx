// Asking twice, inside the page: a dialog of the browser is not shown in every Jupyter.

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button } from "./buttons";

interface ConfirmButtonProps {
  /** On the button. */
  ask: string;
  /** What will happen. */
  children: ComponentChildren;
  yes: string;
  no: string;
  onConfirm: () => void;
  /** Whether this is what most people come for. */
  main?: boolean;
}

/** A button that first says what it does, and does it at the second one. */
export function ConfirmButton({ ask, children, yes, no, onConfirm, main }: ConfirmButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const first = useRef<HTMLSpanElement>(null);
  const said = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);

  useLayoutEffect(() => {
    if (isOpen) said.current?.focus();
    else if (wasOpen.current) first.current?.querySelector("button")?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);

  if (!isOpen) {
    return (
      <span ref={first}>
        <Button main={main} aria-expanded="false" onClick={() => setOpen(true)}>
          {ask}
        </Button>
      </span>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a question with two buttons is no form
    <div class="ps-sure" role="group" aria-label={ask}>
      <div ref={said} tabIndex={-1}>
        {children}
      </div>
      <div class="ps-buttons">
        <Button
          main
          onClick={() => {
            setOpen(false);
            onConfirm();
          }}
        >
          {yes}
        </Button>
        <Button onClick={() => setOpen(false)}>{no}</Button>
      </div>
    </div>
  );
}
