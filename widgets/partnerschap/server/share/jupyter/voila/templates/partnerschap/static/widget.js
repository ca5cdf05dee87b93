// @ts-check
// Shows the widget of the notebook: its state from the kernel, its front end from its own module,
// as anywidget defines it (https://anywidget.dev/en/afm).

import { Kernel } from "./kernel.js";
import { pause, untilLookedAt } from "./pause.js";

/** How long to wait before asking for the state again, in ms. */
const PAUSE = 500;
/** How long a new page may take to come, in ms. */
const PATIENCE = 60_000;
/** How long to wait after a page whose notebook did not run: each such page leaves a kernel. */
const BROKEN = 60_000;

/**
 * The model that a front end sees. Beside anywidget's events it tells `revived`, when there is a
 * connection again after one was lost: what was asked meanwhile must be asked once more.
 */
class Model {
  constructor() {
    /** @type {Kernel | undefined} */
    this.kernel = undefined;
    /** Of the model, which is the id of its comm as well. */
    this.id = "";
    /** @type {Record<string, any>} */
    this.state = {};
    /** @type {Record<string, any>} */
    this.changed = {};
    this.events = new EventTarget();
  }

  /** @param {Kernel} kernel @param {string} id */
  live(kernel, id) {
    this.kernel = kernel;
    this.id = id;
    kernel.comms.set(id, (data, buffers) => this.receive(data, buffers));
  }

  /** Ask for the state until it comes: what is sent to a kernel that is just waking may be lost. */
  async fetch() {
    let came = false;
    while (!came) {
      if (this.kernel?.isOpen) this.kernel.tell(this.id, { method: "request_state" });
      await new Promise((resolve) => {
        const patience = setTimeout(resolve, this.kernel?.isOpen ? PAUSE : PAUSE / 10);
        const listener = () => {
          came = true;
          clearTimeout(patience);
          resolve(undefined);
        };
        this.events.addEventListener("state", listener, { once: true });
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
    this.kernel?.tell(this.id, { method: "update", state: this.changed, buffer_paths: [] });
    this.changed = {};
  }

  /** @param {string} event @param {(...values: any[]) => void} listener */
  on(event, listener) {
    this.events.addEventListener(event, (told) => listener(.../** @type {CustomEvent} */ (told).detail));
  }

  /** @param {any} content @param {unknown} [_callbacks] @param {ArrayBuffer[]} [buffers] */
  send(content, _callbacks, buffers) {
    this.kernel?.tell(this.id, { method: "custom", content }, buffers);
  }
}

/**
 * What a page says of its kernel and its widgets.
 * @param {Document} page
 * @returns {{kernel: string, widgets: string[]}}
 */
function read(page) {
  const parsed = (/** @type {Element} */ one) => JSON.parse(one.textContent ?? "");
  const kernel = page.getElementById("kernel");
  return {
    kernel: kernel ? parsed(kernel).id : "",
    widgets: [...page.querySelectorAll("script.widget")].map((one) => parsed(one).model_id),
  };
}

/** @type {Model[]} */
let models = [];

/** @param {{kernel: string, widgets: string[]}} page */
function connect(page) {
  const kernel = new Kernel(page.kernel, { gone: () => void wake(), again: () => void revive() });
  models.forEach((model, index) => model.live(kernel, page.widgets[index]));
}

async function revive() {
  await Promise.all(models.map((model) => model.fetch()));
  for (const model of models) model.tell("revived");
}

/** Ask for this page once more and take its kernel, so that what the reader typed stays. */
async function wake() {
  for (let tries = 0; ; tries++) {
    await untilLookedAt();
    let wait = 0;
    try {
      const signal = AbortSignal.timeout(PATIENCE);
      const answer = await fetch(window.location.href, { cache: "no-store", signal });
      wait = answer.ok ? BROKEN : 1000 * Number(answer.headers.get("Retry-After") ?? 0);
      const page = read(new DOMParser().parseFromString(await answer.text(), "text/html"));
      if (answer.ok && page.widgets.length === models.length) {
        const place = document.getElementById("kernel"); // who leaves ends the kernel named here
        if (place) place.textContent = JSON.stringify({ id: page.kernel });
        connect(page);
        await revive();
        return;
      }
    } catch {
      // The server is away.
    }
    await pause(tries, wait);
  }
}

const place = document.getElementById("exercise");
const page = read(document);

if (place && page.kernel && page.widgets.length) {
  models = page.widgets.map(() => new Model());
  connect(page);
  for (const model of models) {
    await model.fetch();
    const url = URL.createObjectURL(new Blob([model.get("_esm")], { type: "text/javascript" }));
    const { default: frontEnd } = await import(url);
    URL.revokeObjectURL(url);
    await frontEnd.render({ model, el: place });
  }
  window.dispatchEvent(new CustomEvent("partnerschap:shown"));
}
