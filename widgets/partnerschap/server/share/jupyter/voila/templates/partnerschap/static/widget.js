// @ts-check
// Shows the widget of the notebook: its state from the kernel, its front end from its own module,
// as anywidget defines it (https://anywidget.dev/en/afm).

import { Kernel } from "./kernel.js";

/** How long to wait before asking for the state again, in ms. */
const PAUSE = 500;

/** The model that a front end sees. */
class Model {
  /**
   * @param {Kernel} kernel
   * @param {string} id Of the model, which is the id of its comm as well.
   */
  constructor(kernel, id) {
    this.kernel = kernel;
    this.id = id;
    /** @type {Record<string, any>} */
    this.state = {};
    /** @type {Record<string, any>} */
    this.changed = {};
    this.events = new EventTarget();
    kernel.comms.set(id, (data, buffers) => this.receive(data, buffers));
  }

  /** Ask for the state until it comes: what is sent to a kernel that is just waking may be lost. */
  async fetch() {
    while (!("_esm" in this.state)) {
      void this.kernel.send(this.id, { method: "request_state" });
      await new Promise((resolve) => {
        const patience = setTimeout(resolve, PAUSE);
        this.on("state", () => {
          clearTimeout(patience);
          resolve(undefined);
        });
      });
    }
  }

  /** @param {any} data @param {DataView[]} buffers */
  receive(data, buffers) {
    if (data.method === "custom") this.tell("msg:custom", data.content, buffers);
    if (data.method !== "update") return;
    Object.assign(this.state, data.state);
    this.tell("state");
    for (const name of Object.keys(data.state)) this.tell(`change:${name}`, this, data.state[name]);
  }

  /** @param {string} event @param {...any} values */
  tell(event, ...values) {
    this.events.dispatchEvent(new CustomEvent(event, { detail: values }));
  }

  /** @param {string} name */
  get(name) {
    return this.state[name];
  }

  /** @param {string} name @param {any} value */
  set(name, value) {
    this.state[name] = this.changed[name] = value;
    this.tell(`change:${name}`, this, value);
  }

  save_changes() {
    void this.kernel.send(this.id, { method: "update", state: this.changed, buffer_paths: [] });
    this.changed = {};
  }

  /** @param {string} event @param {(...values: any[]) => void} listener */
  on(event, listener) {
    this.events.addEventListener(event, (told) => listener(.../** @type {CustomEvent} */ (told).detail));
  }

  /** @param {any} content @param {unknown} [_callbacks] @param {ArrayBuffer[]} [buffers] */
  send(content, _callbacks, buffers) {
    void this.kernel.send(this.id, { method: "custom", content }, buffers);
  }
}

const place = document.getElementById("exercise");
const kernel = JSON.parse(document.getElementById("kernel")?.textContent ?? "null");
const views = [...document.querySelectorAll("script.widget")].map((one) => JSON.parse(one.textContent ?? ""));

if (place && kernel && views.length) {
  const connection = new Kernel(kernel.id);
  for (const { model_id: id } of views) {
    const model = new Model(connection, id);
    await model.fetch();
    const url = URL.createObjectURL(new Blob([model.get("_esm")], { type: "text/javascript" }));
    const { default: frontEnd } = await import(url);
    URL.revokeObjectURL(url);
    await frontEnd.render({ model, el: place });
  }
  window.dispatchEvent(new CustomEvent("partnerschap:shown"));
}
