// @ts-check
// Coming in: the code of the session, and who takes part on this device.

import { field, problem } from "../../controls/parts.js";
import { h } from "../../lib/dom.js";

/** @typedef {import("./index.js").App} App */
/** @typedef {import("./index.js").Screen} Screen */

/** Without the look-alikes 0 and O, 1, I and L. */
const CODE = /^[2-9A-HJKMNP-Z]{6}$/;

/** A code as somebody may have typed it. @param {string} typed */
export const tidyCode = (typed) => typed.replace(/[\s-]/g, "").toUpperCase();

/** @param {string} text */
export const isCode = (text) => CODE.test(text);

const spinner = () => h("span", { class: "ps-spinner", "aria-hidden": "true" });

/** @param {App} app @returns {Screen} */
export function waitingScreen({ word }) {
  const heading = h("p", { class: "ps-waiting", role: "status" });
  const waits = (/** @type {string} */ sentence) =>
    heading.replaceChildren(spinner(), h("span", {}, sentence));
  waits(word("meedoen.waiting"));
  return { content: [heading], heading, waits };
}

/**
 * What a form says of what was sent: that it takes a while, or what is wrong.
 * @param {HTMLElement} send
 */
function sending(send) {
  const wrong = problem();
  const looking = h("p", { class: "ps-looking", role: "status" });
  const button = /** @type {HTMLButtonElement} */ (send);
  return {
    places: [wrong.place, looking],
    tell(/** @type {string} */ sentence) {
      button.disabled = false;
      looking.replaceChildren();
      wrong.tell(sentence);
    },
    waits(/** @type {string} */ sentence) {
      button.disabled = true;
      wrong.tell("");
      looking.replaceChildren(spinner(), h("span", {}, sentence));
    },
  };
}

/**
 * @param {App} app
 * @param {string} [code] To begin with.
 * @returns {Screen}
 */
export function codeScreen(app, code = "") {
  const { word } = app;
  const heading = h("h2", {}, word("meedoen.code_heading"));
  const go = h("button", { class: "ps-button ps-main", type: "submit" }, word("meedoen.code_go"));
  const sent = sending(go);
  const input = /** @type {HTMLInputElement} */ (
    h("input", {
      class: "ps-session-code",
      type: "text",
      value: code,
      maxlength: 20,
      autocapitalize: "characters",
      autocomplete: "off",
      autocorrect: "off",
      spellcheck: "false",
      enterkeyhint: "go",
      "aria-describedby": "ps-code-hint",
    })
  );
  const tell = (/** @type {string} */ sentence) => {
    input.readOnly = false;
    sent.tell(sentence);
    if (sentence) input.focus();
  };
  const waits = (/** @type {string} */ sentence) => {
    input.readOnly = true;
    sent.waits(sentence);
  };
  const form = h(
    "form",
    {
      novalidate: true,
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        if (input.readOnly) return;
        const typed = tidyCode(input.value);
        if (!isCode(typed)) tell(word("meedoen.code_wrong"));
        else app.find(typed);
      },
    },
    field(word("meedoen.code_label"), input),
    h("p", { class: "ps-hint", id: "ps-code-hint" }, word("meedoen.code_hint")),
    ...sent.places,
    h("p", { class: "ps-buttons" }, go),
  );
  return { content: [heading, h("p", {}, word("meedoen.code_intro")), form], heading, tell, waits };
}

/** @param {App} app @returns {Screen} */
export function roleScreen(app) {
  const { word, specification, part } = app;
  const { session } = part;
  const heading = h("h2", {}, word("meedoen.role_heading"));
  const roles = specification.roles.filter((/** @type {any} */ one) =>
    session.roles.includes(one.id),
  );
  let chosen = roles.length === 1 ? roles[0].id : null;
  const join = h("button", { class: "ps-button ps-main", type: "submit" }, word("meedoen.join"));
  const { places, tell, waits } = sending(join);
  const form = h(
    "form",
    {
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        if (!chosen) tell(word("meedoen.role_missing"));
        else app.join(chosen);
      },
    },
    h(
      "fieldset",
      { class: "ps-choices" },
      h("legend", {}, word("meedoen.role")),
      ...roles.map((/** @type {any} */ role) =>
        h(
          "label",
          { class: "ps-choice" },
          h("input", {
            type: "radio",
            name: "role",
            value: role.id,
            checked: role.id === chosen,
            onchange: () => {
              chosen = role.id;
              tell("");
            },
          }),
          h(
            "span",
            {},
            h("strong", {}, role.name),
            h("span", { class: "ps-hint" }, role.explanation),
          ),
        ),
      ),
    ),
    session.state === "open" && !session.together && privacy(app),
    ...places,
    h(
      "p",
      { class: "ps-buttons" },
      join,
      h(
        "button",
        { class: "ps-button", type: "button", onclick: () => app.leave() },
        word("meedoen.other_code"),
      ),
    ),
  );
  return { content: [heading, ...introduction(app), form], heading, tell, waits };
}

/** @param {App} app */
function introduction({ word, part, keeps }) {
  const { demo, state, together } = part.session;
  const note = together ? "meedoen.role_together" : state === "open" ? null : "meedoen.role_closed";
  return [
    demo && h("p", { class: "ps-note ps-demo" }, word("meedoen.demo")),
    note ? h("p", { class: "ps-note" }, word(note)) : h("p", {}, word("meedoen.role_intro")),
    !keeps() && h("p", { class: "ps-note" }, word("meedoen.not_kept")),
  ];
}

/** What happens with the answers. @param {App} app */
function privacy({ word, count, part, keeps }) {
  const { min_group, retention_days: days } = part.session;
  return h(
    "section",
    { class: "ps-promise" },
    h("h3", {}, word("meedoen.privacy")),
    h(
      "ul",
      {},
      ...[
        word("meedoen.privacy_open"),
        word("meedoen.privacy_shown", { min_group }),
        word("meedoen.privacy_confidential"),
        word("meedoen.privacy_name"),
        count("meedoen.privacy_purge", days),
        keeps() && word("meedoen.privacy_device"),
      ].map((sentence) => sentence && h("li", {}, sentence)),
    ),
  );
}
