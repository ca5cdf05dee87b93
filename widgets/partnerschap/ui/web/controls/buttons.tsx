// Buttons.

import type { ButtonHTMLAttributes, ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import "./buttons.css";

type Attributes = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "onClick" | "type">;

interface ButtonProps extends Attributes {
  /** The one that brings a reader further. */
  main?: boolean;
  onClick: () => void;
  children: ComponentChildren;
}

export function Button({ main = false, onClick, children, ...attributes }: ButtonProps) {
  return (
    <button
      class={main ? "ps-button ps-main" : "ps-button"}
      {...attributes}
      type="button"
      onClick={onClick}
    >
      {children}
    </button>
  );
}

/** A button that does nothing more while what it began goes on. */
export function BusyButton({
  onClick,
  ...props
}: Omit<ButtonProps, "onClick"> & { onClick: () => Promise<void> }) {
  const isBusy = useRef(false);
  const [isShownBusy, setShownBusy] = useState(false);
  const press = async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    setShownBusy(true);
    try {
      await onClick();
    } finally {
      isBusy.current = false;
      setShownBusy(false);
    }
  };
  // Not `disabled`: that would take the focus away from who pressed it.
  return (
    <Button {...props} aria-disabled={isShownBusy || undefined} onClick={() => void press()} />
  );
}

/** A row of buttons; a quiet one stands under what a screen is about. */
export function Buttons({
  quiet = false,
  children,
}: {
  quiet?: boolean;
  children: ComponentChildren;
}) {
  return <div class={quiet ? "ps-buttons ps-quiet" : "ps-buttons"}>{children}</div>;
}
