// @ts-check
// Questions to the kernel, each with its answer, and what to do when no answer comes.

/** How long the kernel may take to answer, in ms. */
const PATIENCE = 30_000;

export class Lost extends Error {}

export class Connection {
  /** @param {import("@anywidget/types").AnyModel} model */
  constructor(model) {
    this.model = model;
    this.number = 0;
    /** @type {Map<number, {ask: () => void, answer: (reply: any) => void}>} */
    this.waiting = new Map();
    model.on("msg:custom", (/** @type {any} */ reply, /** @type {DataView[]} */ buffers = []) =>
      this.waiting.get(reply.number)?.answer(buffers.length ? { ...reply, data: buffers[0] } : reply),
    );
    // The page has another kernel, or the same one after a gap: what was asked may have got lost.
    model.on("revived", () => this.waiting.forEach((question) => question.ask()));
  }

  /**
   * Ask the kernel something; once more when the connection was lost meanwhile, so a question must
   * do no harm when it is asked twice.
   * @param {object} question
   * @param {ArrayBuffer[]} [buffers]
   * @returns {Promise<any>} The reply; what came along with it as bytes is its `data`.
   * @throws {Lost} When no answer comes in time.
   */
  ask(question, buffers = []) {
    const number = ++this.number;
    return new Promise((resolve, reject) => {
      /** @type {ReturnType<typeof setTimeout> | undefined} */
      let patience;
      const done = () => {
        clearTimeout(patience);
        this.waiting.delete(number);
      };
      const ask = () => {
        clearTimeout(patience);
        patience = setTimeout(() => {
          done();
          reject(new Lost());
        }, PATIENCE);
        this.model.send({ ...question, number }, undefined, buffers);
      };
      const answer = (/** @type {any} */ reply) => {
        done();
        resolve(reply);
      };
      this.waiting.set(number, { ask, answer });
      ask();
    });
  }

  /**
   * As `ask`; when no answer comes in time, that is the answer: a fault whose reason is `lost`.
   * @param {object} question
   * @param {ArrayBuffer[]} [buffers]
   * @returns {Promise<any>}
   */
  async request(question, buffers = []) {
    try {
      return await this.ask(question, buffers);
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
      return { kind: "fault", reason: "lost" };
    }
  }

  /** Wait until there is a connection again. */
  revived() {
    return new Promise((resolve) => this.model.on("revived", resolve));
  }
}
