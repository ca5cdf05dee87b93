// @ts-check
// The conversation: one step at a time on the beamer, and the same step on every phone.

import { button, mainButton } from "../../controls/parts.js";
import { folded } from "../../controls/trainer-parts.js";
import { h, moveTo } from "../../lib/dom.js";
import { stepView } from "../../results/dom-adapters.js";
import { stepClock } from "./clock.js";
import { endPanel } from "./end.js";
import { shownStep, stepTitle, wholeResult } from "./first.js";
import { jointControl } from "./joint.js";
import { planEditor } from "./plan.js";
import { votePanel } from "./vote.js";

/** @typedef {import("./index.js").Desk} Desk */

const KEYS = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };

/** @param {Desk} desk @returns {import("../../controls/trainer-parts.js").Screen} */
export function showTalk(desk) {
  const { word } = desk;
  const steps = h("ol", { class: "ps-talk-steps" });
  const page = h("div", {});
  const away = new AbortController();
  /** What on the step follows the round by itself. @type {import("../../controls/trainer-parts.js").Screen[]} */
  let live = [];
  let stopClock = () => {};
  let shownId = "";
  let drawn = "";
  let body = h("div", {});

  const go = (/** @type {string} */ step) => void desk.ask({ kind: "go", step });
  const position = () =>
    desk.view.steps.findIndex((/** @type {any} */ one) => one.id === desk.view.step);
  const turn = (/** @type {number} */ by) => {
    const next = desk.view.steps[position() + by];
    if (next) go(next.id);
  };

  document.addEventListener(
    "keydown",
    (event) => {
      const by = KEYS[/** @type {keyof typeof KEYS} */ (event.key)];
      const target = /** @type {HTMLElement} */ (event.target);
      const busy = target.closest?.("input, textarea, select, [contenteditable]");
      if (!by || busy || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      turn(by);
    },
    { signal: away.signal },
  );

  const update = (/** @type {any} */ view) => {
    const step = view.steps[position()];
    steps.replaceChildren(
      ...view.steps.map((/** @type {any} */ one, /** @type {number} */ at) =>
        stepButton(word, one, at, step, go),
      ),
    );
    if (step.id !== shownId) {
      const moved = shownId !== "";
      shownId = step.id;
      drawn = "";
      openStep(view, step);
      if (moved) moveTo(/** @type {HTMLElement} */ (page.querySelector("h2")));
    }
    for (const one of live) one.update?.(view);
    drawBody(view, step);
  };

  /** The parts of a step go; what is typed in them is kept. */
  function leave() {
    for (const one of live.splice(0)) one.leave?.();
  }

  /** @param {any} view @param {any} step */
  function openStep(view, step) {
    stopClock();
    const clock = stepClock(word, `${view.id} ${step.id}`, step.minutes);
    stopClock = clock.leave ?? stopClock;
    leave();
    body = h("div", { class: "ps-step-view" });
    const at = position();
    const [before, after] = [view.steps[at - 1], view.steps[at + 1]];
    const vote = step.kind === "vote" ? votePanel(desk) : null;
    const end = step.kind === "end" ? endPanel(desk) : null;
    live.push(...[vote, end].filter((one) => one !== null));
    const closes = vote && !view.result.importance;
    page.replaceChildren(
      h(
        "div",
        { class: "ps-step-head" },
        h("div", {}, h("h2", {}, stepTitle(word, step)), h("p", { class: "ps-hint" }, step.aim)),
        clock.place,
      ),
      h(
        "aside",
        { class: "ps-say ps-backstage", "aria-label": word("workshop.say_title") },
        h("p", { class: "ps-over" }, word("workshop.say_title")),
        h("p", {}, step.say),
      ),
      body,
      vote?.place ?? "",
      end?.place ?? "",
      h(
        "p",
        { class: "ps-buttons ps-turn" },
        before && button(word("workshop.previous"), () => turn(-1)),
        after && mainButton(word(closes ? "workshop.next_closes" : "workshop.next"), () => turn(1)),
      ),
      h("p", { class: "ps-hint ps-backstage" }, word("workshop.keys")),
    );
  }

  /** Draw what the step shows, unless it is there: a field in it may have the focus.
   * @param {any} view @param {any} step */
  function drawBody(view, step) {
    const follows = JSON.stringify([view.result.importance, step.kind === "glance" && view.joint]);
    if (follows === drawn) return;
    drawn = follows;
    for (const one of live) if (body.contains(one.place)) one.leave?.();
    live = live.filter((one) => !body.contains(one.place));
    const add = (/** @type {import("../../controls/trainer-parts.js").Screen} */ one) => {
      live.push(one);
      return one.place;
    };
    const plan = ["actions", "end"].includes(step.kind)
      ? planEditor(desk, step.kind === "actions")
      : null;
    body.replaceChildren(
      ...visible(
        stepView(desk.shared, shownStep(view, step), {
          joint: (/** @type {any} */ item) => add(jointControl(desk, item)),
          plan: plan ? () => add(plan) : undefined,
          choose: (/** @type {any} */ suggestion) => plan && add(plan.chooser(suggestion)),
        }),
      ),
    );
    for (const one of live) one.update?.(view);
  }

  update(desk.view);
  const whole = h("div", {});
  const all = folded(word("workshop.whole"), whole);
  all.addEventListener("toggle", () => {
    if (!whole.childElementCount) whole.replaceChildren(...visible(wholeResult(desk)));
  });
  all.classList.add("ps-backstage");
  return {
    place: h("div", {}, h("nav", { "aria-label": word("workshop.steps") }, steps), page, all),
    update,
    leave() {
      stopClock();
      leave();
      away.abort();
    },
  };
}

/** @param {import("../../lib/dom.js").Child[]} children */
const visible = (children) =>
  /** @type {Node[]} */ (children.filter((child) => child instanceof Node));

/**
 * @param {Desk["word"]} word
 * @param {any} one
 * @param {number} at
 * @param {any} current
 * @param {(step: string) => void} go
 */
function stepButton(word, one, at, current, go) {
  const here = one.id === current.id;
  return h(
    "li",
    {},
    h(
      "button",
      {
        type: "button",
        class: "ps-step",
        "aria-current": here && "step",
        onclick: () => !here && go(one.id),
      },
      h("strong", {}, String(at + 1)),
      h("span", { class: "ps-step-name" }, stepTitle(word, one)),
      h(
        "span",
        { class: "ps-step-name ps-hint" },
        word("workshop.minutes", { minutes: one.minutes }),
      ),
    ),
  );
}
