// @ts-check
// One person's part in a session: coming in, coming back, answering and being ready. It asks the
// kernel and keeps what it says; the screens are elsewhere.

import { Kept, PARTS, rememberCode } from "./kept.js";
import { Late, storedOf } from "./late.js";
import { GUESSED, LATE, Line, passes } from "./line.js";
import { Saver } from "./saver.js";

/** @typedef {import("./kept.js").Part} Part */
/** @typedef {"load" | "asked" | "pushed"} How By loading the page, by the person, or by the kernel. */

export class Participation {
  /**
   * @param {import("@anywidget/types").AnyModel} model
   * @param {import("./index.js").Listener} listener
   */
  constructor(model, listener) {
    this.line = new Line(model);
    this.listener = listener;
    this.specification = model.get("specification");
    /** What the kernel tells of the session; all of the view once joined. @type {any} */
    this.session = null;
    /** As they are shown: also those under way. @type {Record<Part, Record<string, any>>} */
    this.answers = { now: {}, then: {}, votes: {} };
    /** @type {Kept | null} */
    this.kept = null;
    /** @type {Saver | null} */
    this.saver = null;
    /** @type {Late | null} */
    this.late = null;
    /** Ends when everything that was asked has its answer. @type {Promise<void>} */
    this.turn = Promise.resolve();
    /** Whether coming back has its turn already. */
    this.returning = false;

    // Without a number the kernel tells it by itself.
    model.on("msg:custom", (/** @type {any} */ message) => {
      if ("number" in message || !this.saver) return;
      // Asked for, the server tells as well what was taken before the end.
      if (message.reason === "ended" && this.kept?.unsaved()) this.again();
      else this.received(message, "pushed");
    });
    document.addEventListener("visibilitychange", () => this.saver && this.late?.look());
    window.addEventListener("storage", (event) => this.heard(event));
    window.addEventListener("beforeunload", (event) => {
      if (this.kept?.unsaved()) event.preventDefault();
    });
  }

  /** Which session has this code? @param {string} code @returns {Promise<any>} */
  async lookUp(code) {
    this.quit();
    const reply = await this.line.insist({ kind: "look_up", code }, this.listener.waits, {
      late: GUESSED,
    });
    if (reply.kind === "found") {
      this.session = reply.session;
      this.open(reply.session.code);
    }
    return reply;
  }

  /** Whether this browser joined a session before; then it can enter. @param {string} code */
  knows(code) {
    this.quit();
    return this.open(code).memory.token !== null;
  }

  /** Take out what this browser keeps of a session. @param {string} code */
  open(code) {
    this.kept = new Kept(code);
    this.late = new Late(this.kept, this.listener.late);
    return this.kept;
  }

  /** @param {How} how */
  enter(how) {
    return this.one(() => this.ask({ kind: "enter" }, how));
  }

  /** @param {string} role */
  join(role) {
    return this.one(async (kept) => {
      kept.begin();
      await this.ask({ kind: "join", role }, "asked");
    });
  }

  /** @param {boolean} finished */
  finish(finished) {
    return this.one(async (kept) => {
      kept.adopt((part, item) => this.asks(part, item));
      await this.saver?.settled();
      await this.ask({ kind: "finish", finished }, "asked");
      kept.change((memory) => {
        memory.turns += 1;
      });
    });
  }

  /** Ask again at once what waits for an answer: there is a connection. */
  resume() {
    this.again();
    this.line.nudge();
  }

  /** Come back to where the session is, such as after the connection was gone. */
  again() {
    if (!this.saver || this.returning) return;
    this.returning = true;
    void this.one(() => {
      this.returning = false;
      return this.ask({ kind: "enter" }, "pushed");
    });
  }

  /** Do one thing at a time, in the order of asking. @param {(kept: Kept) => Promise<void>} work */
  one(work) {
    const kept = this.kept;
    const turn = async () => {
      // Somebody else may fill in here by then.
      if (kept && kept === this.kept) await work(kept);
    };
    this.turn = this.turn.then(turn, turn);
    return this.turn;
  }

  /** @param {object} question @param {How} how */
  async ask(question, how) {
    const kept = /** @type {Kept} */ (this.kept);
    const wanted = () => kept === this.kept;
    const asked = { code: kept.code, token: kept.memory.token, ...question };
    const reply = await this.line.insist(asked, this.listener.waits, {
      wanted,
      late: "role" in question ? GUESSED : LATE,
    });
    if (wanted()) this.received(reply, how);
  }

  /** @param {Part} part @param {string} item @param {number | string | null} value */
  put(part, item, value) {
    this.set(part, item, value);
    this.kept?.put(part, item, value);
    this.saver?.go();
  }

  /** Leave the session on this page; `forget` leaves no trace of it in this browser. */
  quit({ forget = false } = {}) {
    this.saver?.stop();
    this.saver = null;
    if (forget) this.kept?.forget();
    this.kept = null;
    this.session = null;
    this.turn = Promise.resolve();
    this.returning = false;
    this.answers = { now: {}, then: {}, votes: {} };
    this.listener.saving({ kind: "saved" });
  }

  /** What comes with a view shows it, also a refusal. @param {any} reply @param {How} how */
  received(reply, how) {
    if (reply.view) this.take(reply, how);
    else if (passes(reply)) this.listener.saving({ kind: "fault", message: reply.message });
    else if (reply.reason === "ended" || reply.reason === "unknown_code") this.close(reply);
    else if (reply.reason === "not_joined") this.start({ forget: true });
    else this.listener.problem(reply.message);
  }

  /** @param {any} fault */
  close(fault) {
    const code = this.kept?.code ?? "";
    // A code may be unknown because of a fault of the server; an end is an end.
    const forget = fault.reason === "ended";
    const news = (forget && this.late?.atTheEnd(fault.own)) || [];
    this.quit({ forget });
    this.listener.over(fault, code);
    this.listener.late(news);
  }

  /** Who fills in here is not known, or not any more. @param {{forget: boolean}} options */
  start(options) {
    const code = this.kept?.code ?? "";
    const news = (options.forget && this.late?.atTheEnd()) || [];
    this.quit(options);
    this.listener.late(news);
    this.listener.unknown(code);
  }

  /** @param {{view: any, specification?: any}} reply @param {How} how */
  take({ view, specification }, how) {
    const kept = /** @type {Kept} */ (this.kept);
    if (specification)
      this.specification = { ...specification, messages: this.specification.messages };
    this.session = view;
    this.answers = /** @type {any} */ (storedOf(view.own));
    if (specification) {
      rememberCode(view.code);
      kept.adopt((part, item) => this.asks(part, item));
    }
    this.late?.moved(view);
    for (const part of PARTS) {
      for (const [item, { value }] of Object.entries(kept.memory.waiting[part]))
        this.set(part, item, value);
    }
    this.saver ??= new Saver({
      line: this.line,
      kept,
      tell: this.listener.saving,
      refused: (fault, drop) => this.refused(fault, drop),
    });
    this.listener.show(how);
    this.saver.go();
    this.late?.go();
  }

  /** What does not fit never will; what came too late is judged by the view. @param {any} fault @param {() => void} drop */
  refused(fault, drop) {
    if (!fault.reason || fault.reason === "invalid") drop();
    this.received(fault, "pushed");
  }

  /** What another tab of the same person did. @param {StorageEvent} event */
  heard(event) {
    if (!this.saver || !this.kept) return;
    const heard = this.kept.heard(event);
    if (heard === "gone") return this.start({ forget: false });
    if (!heard) return;
    for (const [part, item, value] of heard.changed) this.set(part, item, value);
    const stored = storedOf(this.session.own);
    const late = [...heard.late, ...(this.late?.judge(this.session) ?? [])];
    for (const [part, item] of late) this.set(part, item, stored[part][item] ?? null);
    if (heard.turned || heard.late.length) this.again();
    else this.listener.show("pushed");
    this.saver.go();
    this.late?.go();
  }

  /** Whether a part of the session is about an item. @param {Part} part @param {string} id */
  asks(part, id) {
    const items = part === "votes" ? this.specification.items : this.items();
    return items.some((/** @type {any} */ item) => item.id === id);
  }

  /** What this person is asked. @returns {any[]} */
  items() {
    const { role } = this.session.own;
    return this.specification.items.filter((/** @type {any} */ item) =>
      item.respondents.includes(role),
    );
  }

  /** @param {Part} part @param {string} item @param {any} value */
  set(part, item, value) {
    if (value === null) delete this.answers[part][item];
    else this.answers[part][item] = value;
  }
}
