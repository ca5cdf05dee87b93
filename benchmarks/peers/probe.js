// @ts-check
// Does in a page what a person does, as soon as it can be done, and times it in the page itself:
// what drives the browser would add its own time. `asked` is of `Page` in contenders.py.

/** Answers a question. */
const ANSWERS = 7;
/** How often the page is looked at while it changes, in ms: looking takes time as well. */
const PACE = 4;

class Probe {
  /** @param {any} asked */
  constructor(asked) {
    this.asked = asked;
    this.done = 0;
    /** @type {Promise<unknown>} */
    this.turn = Promise.resolve();
    /** @type {number | null} */
    this.socket = null;
    this.frame = NaN;
    /** @type {Set<Document | ShadowRoot>} */
    this.roots = new Set();
    /** @type {Set<() => void>} */
    this.waiting = new Set();
    this.looked = -PACE;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.later = undefined;
    this.observer = new MutationObserver(() => this.wake());
    this.watch(document);
    this.listen();
    // A style sheet that came in may show what was hidden.
    document.addEventListener("load", () => this.wake(), true);
  }

  /** @param {Document | ShadowRoot} root */
  watch(root) {
    this.roots.add(root);
    this.observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  }

  /** Follow what the page does in shadow roots and over sockets. */
  listen() {
    const probe = this;
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (options) {
      const root = attach.call(this, options);
      probe.watch(root);
      return root;
    };
    window.WebSocket = class extends WebSocket {
      /** @param {string | URL} url @param {string | string[]} [protocols] */
      constructor(url, protocols) {
        super(url, protocols ?? []);
        this.addEventListener("open", () => {
          probe.socket ??= performance.now();
        });
        this.addEventListener("message", () => (probe.frame = performance.now()));
      }
    };
  }

  wake() {
    if (this.later !== undefined || this.waiting.size === 0) return;
    const look = () => {
      this.later = undefined;
      this.looked = performance.now();
      for (const check of this.waiting) check();
    };
    const pause = this.looked + PACE - performance.now();
    if (pause <= 0) look();
    else this.later = setTimeout(look, pause);
  }

  /**
   * @template Found
   * @param {() => Found | undefined | false} find
   * @returns {Promise<Found>}
   */
  until(find) {
    return new Promise((resolve) => {
      const check = () => {
        const found = find();
        if (!found) return;
        this.waiting.delete(check);
        resolve(found);
      };
      this.waiting.add(check);
      check();
    });
  }

  /** @param {string} selector @returns {HTMLElement[]} */
  all(selector) {
    return [...this.roots]
      .filter((root) => root === document || /** @type {ShadowRoot} */ (root).host.isConnected)
      .flatMap((root) => /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)]));
  }

  /** Whether a person could click a place now; if not it is looked at again in the next frame. */
  reachable(/** @type {HTMLElement} */ place) {
    const input = /** @type {HTMLInputElement} */ (place);
    const target = /** @type {HTMLElement} */ (input.labels?.[0] ?? place); // some hide the input itself
    let box = target.getBoundingClientRect();
    if (box.width && (box.top < 0 || box.bottom > innerHeight)) {
      target.scrollIntoView({ block: "center", behavior: "instant" });
      box = target.getBoundingClientRect();
    }
    const root = /** @type {Document | ShadowRoot} */ (target.getRootNode());
    const hit = box.width && root.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const can = !input.disabled && hit && (target.contains(hit) || hit === place);
    if (!can) requestAnimationFrame(() => this.wake());
    return Boolean(can);
  }

  /** @param {string} selector */
  async press(selector) {
    const place = await this.until(() => this.all(selector).slice(0, 1).find((one) => this.reachable(one)));
    const came = performance.now();
    place.click();
    return came;
  }

  /** Answer the first question that has none, with its first answer. */
  async answer() {
    const place = await this.until(() => {
      const inputs = /** @type {HTMLInputElement[]} */ (this.all(this.asked.answer));
      const first = inputs.findIndex(
        (_, index) => index % ANSWERS === 0 && !inputs.slice(index, index + ANSWERS).some((one) => one.checked),
      );
      return first >= 0 && this.reachable(inputs[first]) && inputs[first];
    });
    const came = performance.now();
    place.click();
    this.done += 1;
    return came;
  }

  /** Wait for the server's count of the answers. @param {number} answered When the last was given. */
  async counted(answered) {
    const text = this.asked.said.replace("{done}", String(this.done));
    await this.until(() => this.all(this.asked.count).some((place) => place.textContent?.includes(text)));
    const shown = performance.now();
    return { shown, reply: this.frame >= answered ? this.frame : shown };
  }

  /** From nothing to the count of the first answer, in ms since the page was asked for. */
  async visit() {
    let first = NaN;
    const press = async (/** @type {string} */ selector) => {
      const came = await this.press(selector);
      if (Number.isNaN(first)) first = came;
    };
    for (const selector of this.asked.before) await press(selector);
    const answered = await this.answer();
    for (const selector of this.asked.after) await this.press(selector);
    const { shown, reply } = await this.counted(answered);
    const [page] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
    return {
      began: performance.timeOrigin,
      steps: {
        first_byte: page.responseStart,
        page_there: page.responseEnd,
        socket_open: this.socket,
        form_there: Number.isNaN(first) ? answered : first,
        answered,
        reply,
        usable: shown,
      },
    };
  }

  /** Give one more answer, after those before it were counted. */
  again() {
    const turn = this.turn.then(() => this.oneMore());
    this.turn = turn;
    return turn;
  }

  /** From one more answer to its count, in ms. */
  async oneMore() {
    for (const selector of this.asked.back) await this.press(selector);
    const answered = await this.answer();
    for (const selector of this.asked.send) await this.press(selector);
    const { shown, reply } = await this.counted(answered);
    return { shown: shown - answered, reply: reply - answered };
  }
}
