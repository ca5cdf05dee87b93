// @ts-check
// The vote on the trainer's screen: how many have chosen, and afterwards what the team finds important.

import { h } from "../../lib/dom.js";
import { shownFor } from "../../results/dom-adapters.js";

/** @param {import("./index.js").Desk} desk @returns {import("../../controls/trainer-parts.js").Screen} */
export function votePanel(desk) {
  const { word, shared } = desk;
  const voters = h("p", { class: "ps-total", role: "status" });
  const place = h("div", {}, voters);
  let closed = false;

  const update = (/** @type {any} */ view) => {
    const { importance, figures, vote_items: items } = view.result;
    const text = word(`workshop.voters_${view.voters === 1 ? "one" : "many"}`, { n: view.voters });
    if (voters.textContent !== text) voters.textContent = text;
    if (closed) return;
    closed = importance !== null;
    if (!closed)
      return place.replaceChildren(
        voters,
        h("p", { class: "ps-hint ps-backstage" }, word("workshop.vote_open")),
      );
    const shown = shownFor(shared, figures, []);
    if (!Object.keys(importance).length) {
      return place.replaceChildren(
        voters,
        h("p", {}, word("workshop.vote_nothing", { min_group: view.min_group })),
      );
    }
    return place.replaceChildren(
      voters,
      h("p", {}, word("workshop.vote_closed")),
      h(
        "ul",
        { class: "ps-list" },
        ...items.map((/** @type {string} */ item) =>
          h(
            "li",
            {},
            h("strong", {}, shown.statement(item)),
            h(
              "span",
              { class: "ps-badge" },
              item in importance
                ? word(`together.importance_${importance[item]}`)
                : word("workshop.vote_few", { min_group: view.min_group }),
            ),
          ),
        ),
      ),
    );
  };
  return { place, update };
}
