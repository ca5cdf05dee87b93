// @ts-check
// While people answer: the code for the beamer, and how many joined and are ready; no answer.

import { folded, joinAddress, spelled, twoSteps } from "../../controls/trainer-parts.js";
import { h } from "../../lib/dom.js";
import { courseAddress, exerciseAddress } from "../../lib/host";
import { drawing } from "../../results/dom-adapters.js";
import { addPanel } from "./add.js";

/** @typedef {import("./index.js").Desk} Desk */

/** Names of a computer that no phone can reach. */
const ALONE = ["localhost", "127.0.0.1", "[::1]", "::1"];

/** @param {Desk} desk @returns {import("../../controls/trainer-parts.js").Screen} */
export function showLobby(desk) {
  const { word, view } = desk;
  const total = h("p", { class: "ps-total", role: "status" });
  const counts = h("ul", { class: "ps-counts" });
  const code = h("div", { class: "ps-qr" });
  const add = addPanel(desk);
  const close = closePanel(desk);

  const update = (/** @type {any} */ now) => {
    const { joined, ready } = sums(now);
    const text = word(`workshop.total_${joined === 1 ? "one" : "many"}`, { joined, ready });
    if (total.textContent !== text) total.textContent = text;
    counts.replaceChildren(
      ...now.roles.map((/** @type {string} */ role) => countOf(desk, now, role)),
    );
    add.update?.(now);
    close.refresh();
  };

  const address = joinAddress(view.code);
  if (address)
    void desk.request({ kind: "qr", address }).then((reply) => {
      if (reply.kind === "qr") code.replaceChildren(drawing(reply.svg, word("workshop.qr")));
    });
  update(view);
  return {
    place: h(
      "div",
      {},
      h("h2", {}, word("workshop.join")),
      address &&
        ALONE.includes(window.location.hostname) &&
        h(
          "div",
          { class: "ps-problem ps-backstage" },
          h("p", {}, h("strong", {}, word("workshop.alone"))),
          h(
            "p",
            {},
            word("workshop.alone_what"),
            " ",
            h("code", {}, word("workshop.alone_command")),
          ),
          h("p", {}, word("workshop.alone_then", { host: window.location.hostname })),
        ),
      h(
        "div",
        { class: "ps-invite" },
        h(
          "div",
          {},
          ...(address
            ? [
                h(
                  "p",
                  { class: "ps-invite-where" },
                  word("workshop.go_to"),
                  " ",
                  h("strong", {}, typed(courseAddress("meedoen") ?? exerciseAddress("meedoen"))),
                ),
                h("p", { class: "ps-invite-where" }, word("workshop.type_code")),
              ]
            : [h("p", {}, word("workshop.no_address"))]),
          h("p", { class: "ps-big-code" }, spelled(view.code)),
        ),
        address && h("div", {}, code, h("p", { class: "ps-hint" }, word("workshop.or_scan"))),
      ),
      total,
      counts,
      h("p", { class: "ps-hint" }, word("workshop.nobody_sees")),
      h(
        "div",
        { class: "ps-backstage" },
        folded(word("workshop.say_title"), h("p", {}, word("workshop.say_open"))),
        add.place,
        close.place,
      ),
    ),
    update,
    leave: add.leave,
  };
}

/** An address as somebody types it. @param {string | null} address */
const typed = (address) => (address ?? "").replace(/^https?:\/\//, "");

/** @param {any} view */
function sums({ counts }) {
  const sum = (/** @type {"joined" | "finished"} */ of) =>
    counts.reduce((/** @type {number} */ all, /** @type {any} */ one) => all + one[of], 0);
  return { joined: sum("joined"), ready: sum("finished") };
}

/** @param {Desk} desk @param {any} view @param {string} role */
function countOf({ word, specification }, view, role) {
  const { name } = specification.roles.find((/** @type {any} */ one) => one.id === role);
  const found = view.counts.find((/** @type {any} */ one) => one.role === role) ?? {
    joined: 0,
    finished: 0,
  };
  return h(
    "li",
    { "data-role": role },
    h("span", {}, name),
    h("strong", {}, word("workshop.count", { joined: found.joined, ready: found.finished })),
  );
}

/** @param {Desk} desk */
export function closePanel(desk) {
  const { word } = desk;
  return twoSteps({
    ask: word("workshop.close"),
    main: true,
    say() {
      const { together, min_group: least } = desk.view;
      const { joined, ready } = sums(desk.view);
      const waiting = joined - ready;
      return [
        h("p", {}, h("strong", {}, word("workshop.close_sure"))),
        !together &&
          h("p", {}, word(`workshop.close_ready_${ready === 1 ? "one" : "many"}`, { ready })),
        !together &&
          waiting > 0 &&
          h("p", {}, word(`workshop.close_waiting_${waiting === 1 ? "one" : "many"}`, { waiting })),
        !together &&
          joined < least &&
          h("p", { class: "ps-problem" }, word("workshop.close_few", { least })),
        h("p", {}, word("workshop.close_final")),
      ];
    },
    yes: word("workshop.close_yes"),
    no: word("workshop.close_no"),
    go: () => void desk.ask({ kind: "close" }),
  });
}
