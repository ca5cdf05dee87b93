// @ts-check
// What comes from elsewhere while the round is open: sheets, paper, and answer codes.

import { codeReader } from "../../controls/code-reader.js";
import { button, field } from "../../controls/parts.js";
import { exerciseLink, folded, joinAddress, saving } from "../../controls/trainer-parts.js";
import { h } from "../../lib/dom.js";

/** @typedef {import("./index.js").Desk} Desk */

const LARGEST_SHEET = 5 * 1024 * 1024;
const CODES = "codes";

/** @param {Desk} desk @returns {import("../../controls/trainer-parts.js").Screen} */
export function addPanel(desk) {
  const { word, view } = desk;
  const list = h("ul", { class: "ps-entries" });
  const file = /** @type {HTMLInputElement} */ (h("input", { type: "file", accept: ".csv,.xlsx" }));
  const said = saving();
  const counted = (/** @type {string} */ id, /** @type {number} */ n) =>
    word(`workshop.${id}_${n === 1 ? "one" : "many"}`, { n });

  const upload = async () => {
    const chosen = file.files?.[0];
    const wrong = sheetProblem(word, chosen);
    if (wrong || !chosen) return said.tell(wrong, true);
    const reply = await desk.ask({ kind: "sheet", filename: chosen.name }, [
      await chosen.arrayBuffer(),
    ]);
    if (reply.kind === "fault") return said.tell("");
    if (reply.problem) return said.tell(reply.problem, true);
    file.value = "";
    return said.tell(counted("sheet_added", reply.added));
  };

  const remove = async (/** @type {string} */ id) => {
    const reply = await desk.ask({ kind: "remove_batch", batch: id });
    if (reply.kind === "view") said.tell(counted("removed", reply.removed));
    said.place.focus();
  };

  const row = (/** @type {{id: string, rows: number}} */ { id, rows }) => {
    const text =
      id === CODES ? counted("batch_codes", rows) : word("workshop.batch", { name: id, rows });
    return h(
      "li",
      {},
      h("span", {}, text),
      button(word("workshop.batch_remove"), () => void remove(id), {
        class: "ps-clear",
        "aria-label": word("workshop.batch_remove_of", { batch: text }),
      }),
    );
  };

  const update = (/** @type {any} */ now) => {
    list.hidden = now.batches.length === 0;
    list.replaceChildren(...now.batches.map(row));
  };
  const reader = codeReader({
    word,
    loadDecoder: () => desk.load("qr-decoder"),
    onCode: async (text) => {
      const reply = await desk.ask({ kind: "code", text });
      if (reply.kind === "fault") return reader.tell(reply.message, true);
      return reply.problem
        ? reader.tell(reply.problem, true)
        : reader.tell(counted("code_added", reply.added_code));
    },
  });
  said.place.tabIndex = -1;
  update(view);

  const codes = folded(
    word("workshop.codes"),
    h("p", {}, word("workshop.codes_what")),
    reader.place,
  );
  codes.addEventListener("toggle", () => {
    if (!(/** @type {HTMLDetailsElement} */ (codes).open)) reader.stop();
  });
  return {
    place: h(
      "div",
      {},
      folded(
        word("workshop.add"),
        h("p", {}, word("workshop.add_what")),
        field(word("form.sheet_file"), file),
        h(
          "p",
          { class: "ps-buttons" },
          button(word("workshop.sheet_add"), () => void upload()),
          exerciseLink(word, "meedoen", {
            text: word("workshop.retype"),
            href: joinAddress(view.code),
            target: "_blank",
          }),
        ),
        said.place,
        list,
      ),
      codes,
    ),
    update,
    leave: reader.stop,
  };
}

/**
 * Why a file cannot be an answer sheet, before it is sent.
 * @param {Desk["word"]} word
 * @param {File | undefined} chosen
 */
function sheetProblem(word, chosen) {
  if (!chosen) return word("form.sheet_none");
  if (!/\.(csv|xlsx)$/i.test(chosen.name)) return word("form.sheet_suffix");
  if (chosen.size > LARGEST_SHEET)
    return word("form.sheet_large", { limit: LARGEST_SHEET / 1024 / 1024 });
  return "";
}
