// The module that the address of the page asks for, or the closing test, which stands beside them. The
// address is the place where a reader is: it can be passed on, and back leads to the place before.

import { useCallback, useEffect, useState } from "preact/hooks";

/** What an address asks for in the place of a module to get the closing test. */
export const TEST = "toets";

/** Show a module; null for the choice of one. */
export type AskModule = (module: string | null) => void;

/** The address of this page for a module, or for the choice of one. */
export function addressOf(module: string | null): string {
  const query = new URLSearchParams(window.location.search);
  if (module === null) query.delete("module");
  else query.set("module", module);
  return `?${query}`;
}

const moduleAsked = () => new URLSearchParams(window.location.search).get("module");

/** The module that is asked for, if one is, and what asks for another one. */
export function useModuleAsked(): { asked: string | null; ask: AskModule } {
  const [asked, setAsked] = useState(moduleAsked);
  useEffect(() => {
    const listen = () => setAsked(moduleAsked());
    window.addEventListener("popstate", listen);
    return () => window.removeEventListener("popstate", listen);
  }, []);
  // In the page that is there: a new one would cost a new kernel, or close a notebook that is open.
  const ask = useCallback<AskModule>((module) => {
    window.history.pushState(window.history.state, "", addressOf(module));
    setAsked(module);
  }, []);
  return { asked, ask };
}
