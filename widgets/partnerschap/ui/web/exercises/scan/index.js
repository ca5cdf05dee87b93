// @ts-check
// The scan: choices, form and result, and going to and fro between them.

import "../../styles/exercise.css";
import { Connection, Lost } from "../../lib/connection";
import { fill, h, moveTo } from "../../lib/dom.js";
import { forget, nothing, recall, remember } from "../../lib/form-storage.js";
import { keepKeys } from "../../lib/host";
import { showResult } from "../../results/result.js";
import { showForm } from "./form.js";
import { showStart } from "./start.js";

/**
 * What the screens share.
 * @typedef {object} Scan
 * @property {any} specification See `partnerschap.ui.specification`.
 * @property {import("../../lib/form-storage.js").Memory} memory
 * @property {(id: string, values?: Record<string, string | number>) => string} word
 * @property {(changes: Partial<import("../../lib/form-storage.js").Memory>) => boolean} keep
 * @property {(screen: "start" | "form" | "result") => void} go
 * @property {() => void} wipe
 * @property {(file: File, minGroup: number) => Promise<void>} scoreSheet
 * @property {(file: string) => Promise<any>} makeFile Ask the kernel for a file of what the result shows.
 * @property {(number: number) => Promise<any>} answerCode Ask the kernel for the code of the answers.
 * @property {(retry: () => void) => HTMLElement} lost What to show when the kernel does not
 *   answer; tries again by itself when there is a connection.
 * @property {() => any[]} items The items of the chosen instrument that the chosen role answers.
 * @property {(text: string) => string} inSector Fill in the words of the chosen sector.
 * @property {(item: any) => string} statement An item as the chosen role reads it.
 */

/** @param {{model: import("@anywidget/types").AnyModel, el: HTMLElement}} context */
function render({ model, el }) {
  const specification = model.get("specification");
  const connection = new Connection(model);
  const itemsById = new Map(specification.items.map((/** @type {any} */ item) => [item.id, item]));
  const root = h("div", {
    class: "ps-exercise",
    lang: specification.language,
    onfocusin: keepKeys,
  });
  el.append(root);

  /** @type {Scan["word"]} */
  const word = (id, values = {}) => fill(specification.messages[id] ?? id, values);

  /** @type {Scan} */
  const scan = {
    specification,
    memory: recall(specification.exercise, new Set(itemsById.keys())),
    word,
    keep(changes) {
      Object.assign(scan.memory, changes);
      return remember(specification.exercise, scan.memory);
    },
    go(screen) {
      scan.keep({ screen });
      show(true);
    },
    wipe() {
      if (!window.confirm(word("form.wipe_sure"))) return;
      forget(specification.exercise);
      scan.memory = nothing();
      show(true);
      root.prepend(h("p", { class: "ps-note", role: "status" }, word("form.wiped")));
    },
    async scoreSheet(file, minGroup) {
      const buffer = await file.arrayBuffer();
      const sheet = { filename: file.name, min_group: minGroup };
      scan.makeFile = (made) =>
        connection.request({ kind: "sheet_file", file: made, sector: "", ...sheet }, [buffer]);
      await scored({ kind: "score_sheet", ...sheet }, [buffer], () => show(true));
    },
    makeFile: ownFile,
    answerCode(number) {
      const { instrument, role } = scan.memory;
      return connection.ask({
        kind: "answer_code",
        instrument,
        role,
        fill_in: number,
        answers: answers(),
      });
    },
    lost(retry) {
      const once = new AbortController();
      const again = () => {
        if (once.signal.aborted) return;
        once.abort();
        retry();
      };
      void connection.revived().then(again);
      return h(
        "div",
        { class: "ps-problem", role: "alert" },
        h("p", {}, word("form.lost")),
        h("button", { class: "ps-button", onclick: again }, word("form.retry")),
      );
    },
    items() {
      const { instrument, role } = scan.memory;
      const chosen = specification.instruments.find(
        (/** @type {any} */ one) => one.id === instrument,
      );
      return (chosen?.items ?? [])
        .map((/** @type {string} */ id) => itemsById.get(id))
        .filter((/** @type {any} */ item) => item.respondents.includes(role));
    },
    inSector(text) {
      const sector =
        specification.sectors.find((/** @type {any} */ one) => one.id === scan.memory.sector) ??
        specification.sectors[0];
      return fill(text, sector.words);
    },
    statement: (item) =>
      scan.inSector((scan.memory.role === "parent" && item.parent) || item.statement),
  };

  /** The answers to what is asked now; the memory may hold those of another version too. */
  function answers() {
    const ids = new Set(scan.items().map((item) => item.id));
    return Object.fromEntries(Object.entries(scan.memory.answers).filter(([id]) => ids.has(id)));
  }

  /** @param {string} file */
  function ownFile(file) {
    const { instrument, role, sector } = scan.memory;
    return connection.request({
      kind: "own_file",
      file,
      instrument,
      role,
      sector,
      answers: answers(),
    });
  }

  /** Ask for figures, show a waiting text meanwhile, and show the result or what is wrong.
   * @param {object} question
   * @param {ArrayBuffer[]} buffers
   * @param {() => void} back Where to go when there is no result to show.
   */
  async function scored(question, buffers, back) {
    root.replaceChildren(
      h(
        "p",
        { class: "ps-waiting", role: "status" },
        h("span", { class: "ps-spinner", "aria-hidden": "true" }),
        word("form.calculating"),
      ),
    );
    try {
      const reply = await connection.ask(question, buffers);
      if (reply.kind === "scored") {
        moveTo(showResult(root, scan, reply));
        return;
      }
      back();
      root.prepend(h("p", { class: "ps-problem", role: "alert" }, reply.message));
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
      root.replaceChildren(scan.lost(() => scored(question, buffers, back)));
    }
  }

  /** @param {boolean} [moved] Whether the reader came here from another screen. */
  function show(moved = false) {
    const { screen, instrument, role, sector } = scan.memory;
    if (screen !== "start" && !(instrument && role && sector && scan.items().length)) {
      scan.memory.screen = "start";
    }
    if (scan.memory.screen === "result") {
      scan.makeFile = ownFile;
      void scored({ kind: "score_own", instrument, role, answers: answers() }, [], () =>
        scan.go("form"),
      );
      return;
    }
    const heading = scan.memory.screen === "form" ? showForm(root, scan) : showStart(root, scan);
    if (moved) moveTo(heading);
  }

  show();
}

export default { render };
