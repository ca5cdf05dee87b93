// The reader of answer codes alone in a page, with its words and what it sees in `window`.

import { codeReader } from "../../../widgets/partnerschap/ui/web/controls/code-reader.js";
import * as decoder from "../../../widgets/partnerschap/ui/web/controls/qr-decoder.js";
import styles from "../../../widgets/partnerschap/ui/web/styles/exercise.css";

declare global {
  interface Window {
    codes: string[];
    decoder: typeof decoder;
    mount: (words: Record<string, string>) => void;
    reader: ReturnType<typeof codeReader>;
  }
}

window.decoder = decoder;
window.mount = (words) => {
  window.codes = [];
  window.reader = codeReader({
    word: (id) => words[id] ?? id,
    onCode: (text) => window.codes.push(text),
    loadDecoder: async () => decoder,
  });
  const style = document.createElement("style");
  style.textContent = styles;
  document.head.append(style);
  const exercise = document.createElement("div");
  exercise.className = "ps-exercise";
  exercise.append(window.reader.place);
  document.querySelector("article")?.replaceChildren(exercise);
};
