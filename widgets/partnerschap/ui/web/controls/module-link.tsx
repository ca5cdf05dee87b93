// A link to what an exercise has for a module of the course.

import type { ComponentChildren } from "preact";
import { type AskModule, addressOf } from "../lib/asked-module";

interface ModuleLinkProps {
  module: string | null;
  ask: AskModule;
  classes?: string;
  /** Whether it leads to what is shown already. */
  isCurrent?: boolean;
  children: ComponentChildren;
}

/** A link that opens in this page; in another tab when a reader wants that. */
export function ModuleLink({ module, ask, classes, isCurrent, children }: ModuleLinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    ask(module);
  };
  return (
    <a
      class={classes}
      href={addressOf(module)}
      aria-current={isCurrent ? "true" : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}
