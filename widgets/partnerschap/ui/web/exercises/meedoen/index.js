// @ts-check
// Taking part in a team session: come in with a code, answer, wait, and follow what the trainer
// shows. The kernel says where the session is; the page shows the screen that belongs to it.

import "../../styles/exercise.css";
import { fill, h } from "../../lib/dom.js";
import { savingBar } from "./bar.js";
import { formScreen, togetherScreen, waitScreen } from "./fill.js";
import { closedScreen, overScreen, stepScreen } from "./follow.js";
import { Frame } from "./frame.js";
import { Kept, lastCode, rememberCode } from "./kept.js";
import { Participation } from "./part.js";
import { codeScreen, isCode, roleScreen, tidyCode, waitingScreen } from "./start.js";

/** How often a page in sight asks where the session is, should a message have got lost; in ms. */
const LOOK_AGAIN = 60_000;

/** @typedef {import("./part.js").How} How */

/**
 * A screen.
 * @typedef {object} Screen
 * @property {import("../../lib/dom.js").Child[]} content
 * @property {HTMLElement} heading
 * @property {() => void} [refresh] Show what changed without making the screen again.
 * @property {(sentence: string) => void} [waits] Say that an answer takes a while.
 * @property {(sentence: string) => void} [tell] Say what is wrong, nothing with an empty text.
 */

/**
 * What is told by one's part in the session.
 * @typedef {object} Listener
 * @property {(how: How) => void} show There is a view, or another one.
 * @property {(code: string) => void} unknown This browser has not joined the session.
 * @property {(fault: any, code: string) => void} over The session has ended or is not there any more.
 * @property {(sentence: string) => void} problem
 * @property {(news: import("./late.js").News) => void} late So many came too late.
 * @property {(state: import("./saver.js").State) => void} saving
 * @property {(sentence: string | null) => void} waits An answer takes long; see `Line.insist`.
 */

/**
 * What the screens share.
 * @typedef {object} App
 * @property {any} specification Of the page; that of the session is the part's.
 * @property {Participation} part
 * @property {() => boolean} keeps Whether this browser keeps anything.
 * @property {(id: string, values?: Record<string, string | number>) => string} word
 * @property {(id: string, n: number) => string} count The word that ends in `_one` or `_many`.
 * @property {(item: any) => string} statement An item as this person reads it.
 * @property {(code: string) => void} find
 * @property {(role: string) => void} join
 * @property {(finished: boolean) => void} finish
 * @property {(back: boolean) => void} lookBack
 * @property {() => void} someoneElse
 * @property {(code?: string) => void} leave To the screen for a code; of that code nothing is kept.
 */

/** @param {{model: import("@anywidget/types").AnyModel, el: HTMLElement}} context */
function render({ model, el }) {
  const specification = model.get("specification");
  const keeps = rememberCode(lastCode());
  /** @type {App["word"]} */
  const word = (id, values = {}) => fill(specification.messages[id] ?? id, values);
  /** @type {App["count"]} */
  const count = (id, n) => word(`${id}_${n === 1 ? "one" : "many"}`, { n });
  let given = ""; // what the kernel gave to show, to see whether that changed

  const part = new Participation(model, {
    show,
    unknown: (code) => void find(code, "pushed"),
    over: (fault, code) => put("over", overScreen(app, fault, code), "pushed"),
    problem: (sentence) => (frame.screen.tell ? frame.screen.tell(sentence) : frame.tell(sentence)),
    late(news) {
      const told = news.map(({ kind, n }) =>
        count(kind === "votes" ? "meedoen.lost_votes" : "meedoen.lost", n),
      );
      if (told.length) frame.tell(told.join(" "));
    },
    saving: (state) => bar.tell(state),
    waits(sentence) {
      if (frame.screen.waits) frame.screen.waits(sentence ?? word("meedoen.no_answer"));
      else bar.tell(sentence ? { kind: "fault", message: sentence } : { kind: "late" });
    },
  });

  /** @type {App} */
  const app = {
    specification,
    part,
    keeps: () => keeps,
    word,
    count,
    statement(item) {
      const text = (part.session.own.role === "parent" && item.parent) || item.statement;
      const sectors = specification.sectors;
      const { words } =
        sectors.find((/** @type {any} */ { id }) => id === part.session.sector) ?? sectors[0];
      // What a team wrote itself has no words of a sector in it.
      return item.area === "own" ? text : fill(text, words);
    },
    find: (code) => void find(code, "asked"),
    join(role) {
      frame.screen.waits?.(word("meedoen.waiting"));
      void part.join(role);
    },
    finish: (finished) => void part.finish(finished),
    lookBack(back) {
      part.kept?.change((kept) => Object.assign(kept, { back, area: 0 }));
      show("asked");
    },
    someoneElse() {
      const open = part.kept?.unsaved() ?? 0;
      if (
        !window.confirm(
          open ? count("meedoen.someone_unsaved", open) : word("meedoen.someone_sure"),
        )
      )
        return;
      const { code } = part.session;
      part.quit({ forget: true });
      void find(code, "asked");
    },
    leave(code) {
      if (part.kept?.unsaved() && !window.confirm(word("meedoen.leave_unsaved"))) return;
      part.quit();
      if (code) new Kept(code).forget();
      rememberCode(null);
      const address = new URL(window.location.href);
      address.searchParams.delete("sessie");
      window.history.replaceState(null, "", address);
      put("code", codeScreen(app), "asked");
    },
  };

  const frame = new Frame((name) => who(name));
  const bar = savingBar(word, () => ({
    screen: frame.name,
    keeps,
    open: part.kept?.unsaved() ?? 0,
    answers: part.answers,
  }));

  /** @param {string} name @param {Screen} screen @param {How} how */
  function put(name, screen, how) {
    frame.put(name, screen, how);
    bar.tell();
  }

  /** Bring somebody with a code to the session, or to the choice of a role. @param {string} code @param {How} how */
  async function find(code, how) {
    if (part.knows(code)) {
      if (how !== "asked" || frame.name !== "code") put("waiting", waitingScreen(app), "load");
      frame.screen.waits?.(word("meedoen.waiting"));
      return part.enter(how);
    }
    if (frame.name !== "code") put("code", codeScreen(app, code), "load");
    frame.screen.waits?.(word("meedoen.code_looking"));
    const reply = await part.lookUp(code);
    if (reply.kind === "found") put("role", roleScreen(app), how);
    else frame.screen.tell?.(reply.message);
  }

  /** The screen that belongs to where the session is. */
  function current() {
    const { state, together, own, shown } = part.session;
    if (state === "open" && together) return "together";
    if (state === "open" && !own.finished) return "form";
    if (state === "open") return part.kept?.memory.back ? "back" : "wait";
    return shown ? `step-${shown.step.id}` : "closed";
  }

  /** @param {string} name @returns {Screen} */
  function made(name) {
    if (name === "together") return togetherScreen(app);
    if (name === "form" || name === "back")
      return formScreen(app, name === "form" ? "now" : "then");
    if (name === "wait") return waitScreen(app);
    return name === "closed" ? closedScreen(app) : stepScreen(app);
  }

  /** Show where the session is. @param {How} how */
  function show(how) {
    const name = current();
    const now = JSON.stringify(part.session.shown);
    if (frame.name !== name) put(name, made(name), how);
    else if (frame.screen.refresh) frame.screen.refresh();
    else if (given !== now) frame.renew(made(name));
    given = now;
  }

  /** The session, and as whom somebody takes part in it. @param {string} name */
  function who(name) {
    if (/^(code|role|waiting|over)$/.test(name)) return "";
    const { code, own, demo } = part.session;
    const role = specification.roles.find((/** @type {any} */ one) => one.id === own.role);
    return h(
      "p",
      { class: "ps-joined" },
      h("span", {}, word("meedoen.session", { code })),
      h("span", {}, role.name),
      demo && h("span", { class: "ps-badge" }, word("meedoen.demo_badge")),
    );
  }

  const inSight = () => document.visibilityState === "visible" && part.again();
  document.addEventListener("visibilitychange", inSight);
  window.setInterval(inSight, LOOK_AGAIN);
  window.addEventListener("online", () => part.resume());
  // A new kernel has taken the place of a lost one.
  model.on("revived", () => part.resume());

  el.append(
    h(
      "div",
      { class: "ps-exercise ps-meedoen", lang: specification.language },
      frame.page,
      bar.place,
      frame.said,
    ),
  );
  const invited = new URLSearchParams(window.location.search).get("sessie");
  const code = tidyCode(invited ?? lastCode() ?? "");
  if (isCode(code)) return void find(code, "load");
  put("code", codeScreen(app, invited ?? ""), "load");
  if (invited) frame.screen.tell?.(word("meedoen.code_wrong"));
}

export default { render };
