// @ts-check
// Questions to the kernel, each with its answer, and what to do when no answer comes.

/** How long the kernel may take to answer, in ms. */
const PATIENCE = 30_000;
/** Within this time a second lost connection is not mended by loading the page again, in ms. */
const RECENTLY = 120_000;
const RELOADED = "partnerschap:reloaded";

export class Lost extends Error {}

export class Connection {
  /** @param {import("@anywidget/types").AnyModel} model */
  constructor(model) {
    this.model = model;
    this.number = 0;
    /** @type {Map<number, (reply: any) => void>} */
    this.waiting = new Map();
    model.on("msg:custom", (/** @type {any} */ reply) => {
      this.waiting.get(reply.number)?.(reply);
      this.waiting.delete(reply.number);
    });
  }

  /**
   * Ask the kernel something.
   * @param {object} question
   * @param {ArrayBuffer[]} [buffers]
   * @returns {Promise<any>} The reply.
   * @throws {Lost} When no answer comes in time.
   */
  ask(question, buffers = []) {
    const number = ++this.number;
    return new Promise((resolve, reject) => {
      const patience = setTimeout(() => {
        this.waiting.delete(number);
        reject(new Lost());
      }, PATIENCE);
      this.waiting.set(number, (reply) => {
        clearTimeout(patience);
        resolve(reply);
      });
      this.model.send({ ...question, number }, undefined, buffers);
    });
  }
}

/**
 * Load the page again as soon as the server answers.
 * @returns {boolean} False when that was done a moment ago already.
 */
export function reloadWhenBack() {
  const last = Number(window.sessionStorage.getItem(RELOADED) ?? 0);
  if (Date.now() - last < RECENTLY) return false;
  const look = async () => {
    try {
      if ((await fetch("/health", { cache: "no-store" })).ok) {
        window.sessionStorage.setItem(RELOADED, String(Date.now()));
        window.location.reload();
        return;
      }
    } catch {
      // Not back yet.
    }
    setTimeout(look, 1000);
  };
  void look();
  return true;
}
