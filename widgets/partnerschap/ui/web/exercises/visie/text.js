// @ts-check
// The whole vision as one text to change, take along and check.

import { taken } from "../../controls/downloads-dom.js";
import { busyButton, button, field, lastRow } from "../../controls/parts.js";
import { h, section } from "../../lib/dom.js";
import { findings } from "./check.js";
import { linesOf } from "./lines.js";

/** @typedef {import("../../controls/parts.js").Stage} Stage */
/** @typedef {(question: object) => Promise<any>} Ask */

/** What the points and the names give together. @param {Stage} stage */
export function compose(stage) {
  const { content, memory, word } = stage;
  const organisation = memory.organisation.trim();
  const parts = [organisation ? word("visie.title_of", { organisation }) : word("visie.title")];
  for (const point of content.points) {
    const beliefs = linesOf(stage, point, "beliefs");
    const behaviours = linesOf(stage, point, "behaviours");
    if (beliefs.length + behaviours.length === 0) continue;
    const list = behaviours.map((/** @type {string} */ line) => `- ${line}`);
    parts.push(
      [point.name, ...beliefs, ...(list.length ? [word("visie.notice"), ...list] : [])].join("\n"),
    );
  }
  const people = content.people
    .filter((/** @type {any} */ { id }) => memory.people.includes(id))
    .map((/** @type {any} */ { name }) => name);
  const [last, ...rest] = people.reverse();
  const named = rest.length ? word("visie.and", { rest: rest.reverse().join(", "), last }) : last;
  const end = [
    last && word("visie.made_by", { people: named }),
    memory.review.trim() && word("visie.review_line", { when: memory.review.trim() }),
  ].filter(Boolean);
  if (end.length) parts.push(end.join("\n"));
  return `${parts.join("\n\n")}\n`;
}

/** @param {Stage} stage @param {Ask} ask */
export function wholeText(stage, ask) {
  const { memory, word, keep } = stage;
  const composed = compose(stage);
  const list = h("ul", { class: "ps-check" });
  const paper = h("div", { class: "ps-paper" });
  const complete = h("p", { class: "ps-note" }, word("visie.complete"));
  const remake = h("div", { class: "ps-note" });
  const text = /** @type {HTMLTextAreaElement} */ (
    h("textarea", {
      rows: 16,
      class: "ps-whole",
      maxlength: stage.content.longest,
      oninput: () => {
        keep({ whole: text.value, base: memory.whole === null ? composed : memory.base });
        tell();
      },
    })
  );
  text.value = memory.whole ?? composed;

  const again = () => {
    if (!window.confirm(word("visie.remake_sure"))) return;
    keep({ whole: null });
    text.value = composed;
    tell();
    stage.say(word("visie.remade"));
    text.focus();
  };
  const tell = () => {
    paper.textContent = text.value;
    const found = findings(stage, text.value);
    list.replaceChildren(...found.map((one) => finding(stage, one)));
    complete.hidden = found.some(({ state }) => state !== "present");
    remake.hidden = memory.whole === null;
    remake.replaceChildren(
      ...(memory.whole !== null && memory.base !== composed
        ? [h("p", {}, word("visie.changed"))]
        : []),
      button(word("visie.remake"), again),
    );
  };
  tell();
  return [
    h("h2", {}, word("visie.text_heading")),
    h("p", {}, word("visie.text_intro")),
    field(word("visie.text"), text),
    h("p", { class: "ps-progress" }, stage.saved),
    remake,
    section(word("visie.check_heading"), h("p", {}, word("visie.check_intro")), list, complete),
    section(word("visie.take_heading"), takeAlong(stage, text, ask)),
    lastRow(stage),
    paper,
  ];
}

/** @param {Stage} stage @param {import("./check.js").Finding} one */
function finding({ word, go }, { name, state, advice, screen }) {
  return h(
    "li",
    { class: `ps-check-${state}` },
    h("strong", {}, name),
    h("span", { class: "ps-badge" }, word(`visie.${state}`)),
    advice.map((line) => h("p", {}, line)),
    screen &&
      state === "missing" &&
      button(word("visie.go_to", { name: screen.name }), () => go(screen.id), {
        class: "ps-clear",
      }),
  );
}

/** @param {Stage} stage @param {HTMLTextAreaElement} text @param {Ask} ask */
function takeAlong(stage, text, ask) {
  const { word, say } = stage;
  const told = h("p", { class: "ps-hint" });
  const tell = (/** @type {string} */ sentence) => {
    told.textContent = sentence;
    say(sentence);
  };
  const download = () => {
    const url = URL.createObjectURL(new Blob([text.value], { type: "text/plain;charset=utf-8" }));
    h("a", { href: url, download: word("visie.file") }).click();
    // The browser reads it after this click; it may go once that is done.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text.value);
      tell(word("visie.copied"));
    } catch {
      // No permission, or a page that is not secure: the reader copies what is selected.
      text.focus();
      text.select();
      tell(word("visie.copy_failed"));
    }
  };
  return h(
    "div",
    {},
    h(
      "p",
      { class: "ps-buttons" },
      button(word("visie.download"), download),
      busyButton(word("visie.word"), async () => {
        tell(word("file.making"));
        tell(taken(word, await ask({ kind: "word", text: text.value })));
      }),
      button(word("visie.copy"), () => void copy()),
      button(word("exercise.print"), () => window.print()),
    ),
    h("p", { class: "ps-hint" }, word("visie.word_what")),
    told,
  );
}
