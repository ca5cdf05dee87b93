// @ts-check
// Shows the widget of an exercise as anywidget defines it (https://anywidget.dev/en/afm). The page
// holds its state, so it is shown before there is a kernel; what it sends meanwhile waits.

import { Kernel } from "./kernel.js";
import { pause, untilLookedAt } from "./pause.js";
import { Rest } from "./rest.js";

/** How long a new page may take to come, in ms. */
const PATIENCE = 120_000;
/** After how long without a kernel the page asks whether the server is there, in ms. */
const DOUBT = 5000;

/**
 * The model that a front end sees. Beside anywidget's events it tells `revived`, when there is a
 * connection again after one was lost: what was asked meanwhile must be asked once more.
 */
class Model {
  /** @param {Record<string, any>} state */
  constructor(state) {
    /** @type {Kernel | undefined} */
    this.kernel = undefined;
    /** Of the model, which is the id of its comm as well. */
    this.id = "";
    this.state = state;
    /** @type {Record<string, any>} */
    this.changed = {};
    /** What waits for a kernel. @type {[object, ArrayBuffer[] | undefined][]} */
    this.unsent = [];
    this.events = new EventTarget();
  }

  /** @param {Kernel} kernel @param {string} id */
  live(kernel, id) {
    this.kernel = kernel;
    this.id = id;
    this.state.follows = false; // a new kernel does not yet know whom to tell
    kernel.comms.set(id, (data, buffers) => this.receive(data, buffers));
    for (const [data, buffers] of this.unsent.splice(0)) kernel.tell(id, data, buffers);
  }

  /** Go on without a kernel. */
  rest() {
    this.kernel = undefined;
  }

  /** @param {any} data @param {DataView[]} buffers */
  receive(data, buffers) {
    rest?.stir();
    if (data.method === "custom") this.tell("msg:custom", data.content, buffers);
    if (data.method !== "update") return;
    Object.assign(this.state, data.state);
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
    this.say({ method: "update", state: this.changed, buffer_paths: [] });
    this.changed = {};
  }

  /** @param {string} event @param {(...values: any[]) => void} listener */
  on(event, listener) {
    this.events.addEventListener(event, (told) =>
      listener(.../** @type {CustomEvent} */ (told).detail),
    );
  }

  /** @param {any} content @param {unknown} [_callbacks] @param {ArrayBuffer[]} [buffers] */
  send(content, _callbacks, buffers) {
    this.say({ method: "custom", content }, buffers);
  }

  /** @param {object} data @param {ArrayBuffer[]} [buffers] */
  say(data, buffers) {
    rest?.stir();
    if (this.kernel) this.kernel.tell(this.id, data, buffers);
    else this.unsent.push([data, buffers]);
  }
}

/**
 * What a page says of its kernel and its widget.
 * @typedef {object} Page
 * @property {string} kernel Empty when there is none, or not yet.
 * @property {string} widget
 * @property {string} state Of the widget as the kernel made it, as JSON.
 * @property {string} module Address of the front end that shows that state.
 */

/** @param {Document} page @returns {Page} */
function read(page) {
  const state = /** @type {HTMLElement | undefined} */ (
    [...page.querySelectorAll("script.state")].at(-1)
  );
  const parsed = (/** @type {string} */ selector) =>
    JSON.parse(page.querySelector(selector)?.textContent ?? "{}");
  return {
    kernel: parsed("#kernel").id ?? "",
    widget: parsed("script.widget").model_id ?? "",
    state: state?.textContent ?? "",
    module: state?.dataset.module ?? "",
  };
}

const place = /** @type {HTMLElement} */ (document.getElementById("exercise"));
/** @type {Model} */
let model;
/** @type {Rest | undefined} */
let rest;
/** What is shown. */
let shown = "";
/** Takes down what is shown: what a front end's `render` gives, as in any Jupyter. */
let leave = async () => {};

/** Show the exercise; what was filled in is kept in the browser, so that it is there again. @param {Page} page */
async function show(page) {
  shown = page.state;
  model = new Model(JSON.parse(page.state));
  const { default: frontEnd } = await import(new URL(page.module, document.baseURI).href);
  // A place of its own: a front end may still have to do with the one that it had.
  const el = document.createElement("div");
  void leave();
  place.replaceChildren(el);
  const rendered = frontEnd.render({ model, el });
  leave = async () => (await rendered)?.();
  await rendered;
  window.dispatchEvent(new CustomEvent("partnerschap:shown"));
}

/**
 * Talk to the kernel of a page.
 * @param {Page} page
 * @param {boolean} isLate Whether something may have been asked in vain.
 */
async function connect(page, isLate) {
  if (page.state !== shown)
    await show(page); // the content has changed meanwhile
  else if (isLate) model.unsent = []; // it is asked again
  const current = model;
  const kernel = new Kernel(page.kernel, {
    gone: () => void wake(true),
    again: () => current.tell("revived"),
    heard: () => {
      tellAway(false);
      if (isLate) current.tell("revived");
    },
  });
  current.live(kernel, page.widget);
}

/** Say in words that there is no kernel, or no longer say so. @param {boolean} isAway */
function tellAway(isAway) {
  const notice = document.getElementById("away");
  if (notice) notice.hidden = !isAway;
}

/** Let the kernel go, unless it is needed; gives whether the page rests now. */
function letGo() {
  const { kernel } = model;
  if (!kernel?.isHeard || model.state.follows) return false;
  window.dispatchEvent(new CustomEvent("partnerschap:rest"));
  nameKernel("");
  model.rest();
  kernel.close();
  return true;
}

/**
 * Ask for this page once more and take its kernel, so that what the reader typed stays.
 * @param {boolean} isLate Whether something may have been asked in vain.
 */
async function wake(isLate) {
  for (let tries = 0; ; tries++) {
    await untilLookedAt();
    let wait = 0;
    try {
      const signal = AbortSignal.timeout(PATIENCE);
      const answer = await fetch(window.location.href, { cache: "no-store", signal });
      wait = 1000 * Number(answer.headers.get("Retry-After") ?? 0);
      const page = read(new DOMParser().parseFromString(await answer.text(), "text/html"));
      if (answer.ok && page.kernel) {
        nameKernel(page.kernel);
        await connect(page, isLate || tries > 0);
        return;
      }
    } catch {
      // The server is away.
    }
    tellAway(true);
    await pause(tries, wait);
  }
}

/** Who leaves ends the kernel that the page names. @param {string} id */
function nameKernel(id) {
  const named = document.getElementById("kernel") ?? document.createElement("script");
  Object.assign(named, {
    id: "kernel",
    type: "application/json",
    textContent: JSON.stringify({ id }),
  });
  document.body.append(named);
}

/**
 * Wait until the page is complete, for it ends with its kernel. A page may break off without a word:
 * so ask now and then whether the server is there, and do not wait for ever.
 */
async function wholePage() {
  const complete = new Promise((resolve) =>
    document.addEventListener("DOMContentLoaded", resolve, { once: true }),
  );
  const patience = performance.now() + PATIENCE;
  while (document.readyState === "loading" && performance.now() < patience) {
    await Promise.race([complete, new Promise((resolve) => setTimeout(resolve, DOUBT))]);
    if (document.readyState !== "loading") break;
    const isThere = await fetch("/health", { cache: "no-store" }).then(
      () => true,
      () => false,
    );
    if (!isThere) break;
  }
  const page = read(document);
  if (!page.kernel) window.stop(); // the server ends a kernel for which nobody waits
  return page;
}

/** Show what is known, and connect when there is a kernel. */
async function start() {
  // The state is whole before this module starts; what follows it in the page may be there by half.
  const first = /** @type {HTMLElement} */ (document.querySelector("script.state"));
  await show({
    kernel: "",
    widget: "",
    state: first.textContent ?? "",
    module: first.dataset.module ?? "",
  });
  if (!model.get("asks")) return;
  const page = await wholePage();
  if (page.kernel) await connect(page, false);
  else {
    tellAway(true);
    await pause(0);
    await wake(true);
  }
  rest = new Rest({ rest: letGo, wake: () => void wake(false) });
}

void start();
