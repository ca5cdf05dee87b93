// A browser for the units that need one: its storage, and whether its page is in sight.

import { Window } from "happy-dom";

/** Begin with a browser that was never here before; gives what changes whether it is looked at. */
export function openBrowser(): { hide: (isHidden: boolean) => void } {
  const window = new Window({ url: "http://localhost/" });
  const { document, StorageEvent } = window;
  let visibilityState = "visible";
  Object.defineProperty(document, "visibilityState", { get: () => visibilityState });
  Object.assign(globalThis, { window, document, StorageEvent });
  return {
    hide(isHidden) {
      visibilityState = isHidden ? "hidden" : "visible";
    },
  };
}

/** Let all that is asked and answered without a pause go on to its end. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await null;
}
