// The reader of answer codes alone in a page, with its words and what it sees in `window`.

import "../../../widgets/partnerschap/ui/web/styles/exercise.css";
import { h, render } from "preact";
import { CodeReader } from "../../../widgets/partnerschap/ui/web/controls/code-reader/code-reader";
import * as decoder from "../../../widgets/partnerschap/ui/web/controls/code-reader/qr-decoder";
import { type App, AppContext } from "../../../widgets/partnerschap/ui/web/lib/app";

interface Told {
  text: string;
  isWrong?: boolean;
}

declare global {
  interface Window {
    codes: string[];
    decoder: typeof decoder;
    mount: (words: Record<string, string>) => void;
    reader: {
      place: HTMLElement;
      /** As when the panel around it is folded. */
      stop: () => void;
      /** What the reader is to tell of the next codes. */
      told: Told | null;
    };
  }
}

window.decoder = decoder;
window.mount = (words) => {
  window.codes = [];
  const app: Partial<App> = { word: (id) => words[id] ?? id };
  const place = document.createElement("div");
  const show = (isOpen: boolean) => {
    const reader = h(CodeReader, {
      isOpen,
      onCode: async (text) => {
        window.codes.push(text);
        return window.reader.told;
      },
      loadDecoder: async () => decoder,
    });
    render(h(AppContext.Provider, { value: app as App }, reader), place);
  };
  window.reader = { place, stop: () => show(false), told: null };
  show(true);
  const exercise = document.createElement("div");
  exercise.className = "ps-exercise";
  exercise.append(place);
  document.querySelector("article")?.replaceChildren(exercise);
};
