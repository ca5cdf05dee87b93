// @ts-check
// The place where one screen follows another. Nobody's focus is taken who is busy on a screen that
// stays; who does not see the page hears the title of a screen that came by itself.

import { h, moveTo } from "../../lib/dom.js";

/** For so long what came too late is told on every screen, in ms. */
const NOTICED = 15_000;

/** @typedef {import("./index.js").Screen} Screen */
/** @typedef {import("./part.js").How} How */

export class Frame {
  /** @param {(name: string) => import("../../lib/dom.js").Child} above What stands above a screen. */
  constructor(above) {
    this.above = above;
    this.page = h("div", {});
    this.said = h("p", { class: "ps-hidden", role: "status" });
    this.name = "";
    /** @type {Screen} */
    this.screen = { content: [], heading: this.page };
    this.notice = { text: "", since: 0 };
  }

  /** Show another screen. @param {string} name @param {Screen} screen @param {How} how */
  put(name, screen, how) {
    const inside = this.page.contains(document.activeElement);
    this.fill(name, screen);
    this.said.textContent = "";
    if (how === "asked" || (how === "pushed" && inside)) moveTo(screen.heading);
    else if (how === "pushed") {
      this.said.textContent = screen.heading.textContent;
      if (document.hasFocus()) window.dispatchEvent(new CustomEvent("partnerschap:scroll"));
    }
  }

  /** Show the same screen with what changed, and leave open what was open. @param {Screen} screen */
  renew(screen) {
    const parts = () => [...this.page.querySelectorAll("details")];
    const open = parts().map((one) => one.open);
    const focused = parts().findIndex((one) => one.contains(document.activeElement));
    this.fill(this.name, screen);
    parts().forEach((one, place) => {
      one.open = open[place] ?? false;
    });
    parts()[focused]?.querySelector("summary")?.focus({ preventScroll: true });
  }

  /** @param {string} name @param {Screen} screen */
  fill(name, screen) {
    this.name = name;
    this.screen = screen;
    if (Date.now() - this.notice.since > NOTICED) this.notice = { text: "", since: 0 };
    const noticed = h("p", { class: "ps-problem ps-noticed", role: "alert" }, this.notice.text);
    this.page.replaceChildren(h("div", {}, this.above(name), noticed, ...screen.content));
  }

  /** Say something that a next screen may not take away at once. @param {string} text */
  tell(text) {
    this.notice = { text, since: Date.now() };
    this.page.querySelector(".ps-noticed")?.replaceChildren(text);
  }
}
