// @ts-check
// The trainer's page of a team session: which screen is open, and what is asked of the kernel.

import "../../styles/exercise.css";
import { problem } from "../../controls/parts.js";
import { Connection } from "../../lib/connection";
import { fill, h, moveTo } from "../../lib/dom.js";
import { loadModule } from "../../lib/modules.js";
import { forgetSecret, keepSecret, recallSecret, secretIn } from "../../lib/trainer-link.js";
import { showDone } from "./end.js";
import { showFirst } from "./first.js";
import { workHead } from "./head.js";
import { showLobby } from "./lobby.js";
import { managePanel } from "./manage.js";
import { showGone, showKeep, showStart, showStuck, showWaiting } from "./start.js";
import { showTalk } from "./talk.js";
import { showTogether } from "./together.js";

/**
 * What the screens of the trainer share.
 * @typedef {object} Desk
 * @property {any} specification Of the page: words, instruments, roles and sectors.
 * @property {(id: string, values?: Record<string, string | number>) => string} word
 * @property {any} view The round that is open; see `trainer_json` in `session_views.py`.
 * @property {any} shared For the views of the steps.
 * @property {import("../../lib/trainer-link.js").Kept | null} kept
 * @property {(question: object, buffers?: ArrayBuffer[]) => Promise<any>} request Ask the kernel
 *   something; the answer of kind `fault` says in `message` what is wrong.
 * @property {(question: object, buffers?: ArrayBuffer[]) => Promise<any>} ask The same about the
 *   round that is open; shows the view that comes back. A conflict, and
 *   what came too late, is for the screen to tell.
 * @property {(name: string) => Promise<any>} load A module that few people need.
 * @property {(text: string) => void} tell Say what is wrong, above the screen.
 * @property {(text: string) => void} say Tell a reader who does not see the screen.
 * @property {(kept: import("../../lib/trainer-link.js").Kept, reply: any) => void} opened
 * @property {(session?: number | null) => Promise<void>} enter
 * @property {(changes: object) => void} keep
 * @property {(message?: string) => void} leave Forget the secret in this tab.
 * @property {() => void} gone After everything was deleted.
 * @property {() => void} show
 */

/** @type {Record<string, (desk: Desk) => import("../../controls/trainer-parts.js").Screen>} */
const SCREENS = {
  start: showStart,
  keep: showKeep,
  waiting: showWaiting,
  stuck: showStuck,
  gone: showGone,
  open: showLobby,
  together: showTogether,
  closed: showFirst,
  discussion: showTalk,
  planned: showTalk,
  archived: showDone,
};

/** @param {{model: import("@anywidget/types").AnyModel, el: HTMLElement}} context */
function render({ model, el }) {
  const specification = model.get("specification");
  const connection = new Connection(model);
  const trouble = problem();
  const said = h("p", { class: "ps-hidden", role: "status" });
  const page = h("div", {});
  const foot = h("div", { class: "ps-backstage" });
  trouble.place.classList.add("ps-alert");
  const root = h("div", { class: "ps-exercise ps-work", lang: specification.language });
  el.append(root);

  /** @type {import("../../controls/trainer-parts.js").Screen | null} */
  let screen = null;
  /** @type {import("../../controls/trainer-parts.js").Screen | null} */
  let manage = null;
  let open = "";
  /** A screen that does not follow from the round. */
  let apart = "waiting";

  const word = (
    /** @type {string} */ id,
    /** @type {Record<string, string | number>} */ values = {},
  ) => fill(specification.messages[id] ?? id, values);

  /** @type {Desk} */
  const desk = {
    specification,
    word,
    view: null,
    shared: { specification, word, sector: "", minGroup: 0 },
    kept: recallSecret(),
    async request(question, buffers = []) {
      const reply = await connection.request(/** @type {any} */ (question), buffers);
      if (reply.reason === "lost") reply.message = word("workshop.lost");
      trouble.tell(reply.reason === "lost" ? (reply.message ?? "") : "");
      return reply;
    },
    async ask(question, buffers = []) {
      const reply = await desk.request(
        { token: desk.kept?.token, session: desk.view.id, ...question },
        buffers,
      );
      if (reply.kind === "view") adopt(reply);
      // What somebody else did meanwhile is shown; what is typed here stays where it is.
      if (reply.reason === "conflict" || reply.reason === "too_late")
        await desk.enter(desk.view.id);
      else if (reply.kind === "fault") desk.tell(reply.message);
      return reply;
    },
    load: (/** @type {any} */ name) => loadModule(connection, name),
    tell: trouble.tell,
    say(text) {
      said.textContent = text;
    },
    opened(kept, reply) {
      apart = "";
      desk.kept = kept;
      adopt(reply);
    },
    async enter(session = desk.kept?.session ?? null) {
      const kept = desk.kept;
      if (!kept) return;
      const reply = await desk.request({ kind: "enter", token: kept.token, session });
      if (reply.kind === "view") desk.opened(kept, reply);
      else if (reply.reason === "unknown_trainer" && session !== null) {
        kept.session = null;
        await desk.enter(null);
      } else if (reply.reason === "unknown_trainer") desk.leave(reply.message);
      else if (!desk.view) apartTo("stuck", reply.message);
      else desk.tell(reply.message);
    },
    keep(changes) {
      if (!desk.kept) return;
      Object.assign(desk.kept, changes);
      keepSecret(desk.kept);
    },
    leave(message = "") {
      forgetSecret();
      Object.assign(desk, { kept: null, view: null });
      apartTo("start", message);
    },
    gone() {
      desk.leave();
      apartTo("gone");
    },
    show,
  };

  /** @param {string} name @param {string} [message] */
  function apartTo(name, message = "") {
    apart = name;
    show();
    trouble.tell(message);
  }

  /** Show the round that the kernel sent. @param {any} message */
  function adopt({ view, specification: described }) {
    desk.view = view;
    if (described)
      desk.shared = {
        specification: described,
        word,
        sector: view.sector,
        minGroup: view.min_group,
      };
    desk.keep({ session: view.id });
    show();
  }

  function show() {
    const { view, kept } = desk;
    const state = view?.state === "open" && view.together ? "together" : view?.state;
    const name = apart || (kept?.fresh ? "keep" : state);
    const moved = open !== "" && !open.startsWith("waiting");
    // Both states of the conversation are one screen, so that a step forward keeps what is typed.
    const next = `${name.replace("planned", "discussion")} ${view?.id}`;
    const inside = Boolean(view) && name === state;
    head.update?.(inside ? view : null);
    if (next === open && screen) {
      screen.update?.(view);
      manage?.update?.(view);
      return;
    }
    screen?.leave?.();
    open = next;
    screen = SCREENS[name](desk);
    manage = inside ? managePanel(desk) : null;
    page.replaceChildren(screen.place);
    foot.replaceChildren(...(manage ? [manage.place] : []));
    const heading = page.querySelector("h2");
    if (moved && heading) moveTo(heading);
  }

  const head = workHead(desk, root);
  root.append(head.place, trouble.place, page, foot, said);

  model.on("msg:custom", (/** @type {any} */ message) => {
    if (message.number !== undefined) return; // an answer to a request
    if (message.kind === "view" && desk.view?.id === message.view.id) adopt(message);
    else if (message.reason === "unknown_trainer") desk.leave(message.message);
    else if (message.kind === "fault") trouble.tell(message.message);
  });
  model.on("revived", () => void desk.enter());
  window.addEventListener("hashchange", () => {
    const token = secretIn(window.location.hash);
    if (!token || token === desk.kept?.token) return;
    Object.assign(desk, { kept: { token }, view: null });
    apartTo("waiting");
    void desk.enter();
  });

  if (desk.kept) {
    show();
    void desk.enter();
  } else {
    apartTo("start");
  }
}

export default { render };
