// @ts-check
// Behind the scenes of every screen: the rounds, the link, and taking everything away.

import { button } from "../../controls/parts.js";
import { folded, twoSteps } from "../../controls/trainer-parts.js";
import { dateWords } from "../../lib/dates";
import { h } from "../../lib/dom.js";
import { afterwards } from "./end.js";
import { purgeWords } from "./first.js";

/**
 * @param {import("./index.js").Desk} desk
 * @returns {import("../../controls/trainer-parts.js").Screen}
 */
export function managePanel(desk) {
  const { word, kept } = desk;
  const rounds = h("ul", { class: "ps-entries" });
  const purge = h("p", {});
  const remove = twoSteps({
    ask: word("workshop.delete"),
    say: () => [
      h("p", {}, h("strong", {}, word("workshop.delete_sure"))),
      h("p", {}, word("workshop.delete_what")),
    ],
    yes: word("workshop.delete_yes"),
    no: word("workshop.close_no"),
    async go() {
      const reply = await desk.request({ kind: "delete", token: kept?.token });
      if (reply.kind === "deleted" || reply.reason === "unknown_trainer") desk.gone();
      else desk.tell(reply.message);
    },
  });

  const update = (/** @type {any} */ view) => {
    purge.textContent = purgeWords(desk);
    rounds.replaceChildren(
      ...view.rounds.map((/** @type {any} */ one) => roundOf(desk, view, one)),
    );
  };
  update(desk.view);
  const again = desk.view.state === "discussion" || desk.view.state === "planned";
  return {
    place: h(
      "div",
      { class: "ps-manage" },
      folded(
        word("workshop.manage"),
        h("h3", {}, word("workshop.rounds")),
        rounds,
        again && h("div", {}, ...afterwards(desk)),
        h("h3", {}, word("workshop.link")),
        h("p", {}, word("workshop.link_what")),
        h(
          "p",
          { class: "ps-buttons" },
          button(word("workshop.link_show"), () => {
            desk.keep({ fresh: true });
            desk.show();
          }),
          button(word("workshop.leave"), () => desk.leave()),
        ),
        h("h3", {}, word("workshop.data")),
        purge,
        remove.place,
      ),
    ),
    update,
  };
}

/** @param {import("./index.js").Desk} desk @param {any} view @param {any} one */
function roundOf(desk, view, one) {
  const { word, shared } = desk;
  const date = dateWords(shared.specification.language, one.opened);
  const text = word("workshop.round_of", {
    round: one.round,
    date,
    state: word(`workshop.state_${one.state}`),
  });
  return h(
    "li",
    {},
    h("span", {}, text),
    one.id === view.id
      ? h("span", { class: "ps-badge" }, word("workshop.round_here"))
      : button(word("workshop.round_open"), () => void desk.enter(one.id), {
          class: "ps-clear",
          "aria-label": word("workshop.round_open_of", { round: one.round }),
        }),
  );
}
