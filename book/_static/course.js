// @ts-check
/**
 * Shows a reader's progress in the places that the page has for it, and marks what is done: a module
 * when its end is reached, an exercise, a check and the closing test when these say so. Every word
 * stands in the page.
 */
(() => {
  /**
   * @typedef {object} Progress
   * @property {Record<string, {read?: string, exercise?: string, check?: string}>} modules
   * @property {Record<string, string>} reflections
   * @property {{module: string, movement: string} | null} place
   */

  const STEPS = ["read", "exercise", "check", "reflection"];
  const CHECK = "oefening-kennischeck";
  const TEST = "toets"; // what the address of the exercise has in the place of a module

  /** @returns {any} */
  const progressOf = () => /** @type {any} */ (window).partnerschapProgress;

  /**
   * @template {HTMLElement} E
   * @param {string} selector
   * @param {ParentNode} [inside]
   * @returns {E[]}
   */
  const all = (selector, inside = document) => [
    .../** @type {NodeListOf<E>} */ (inside.querySelectorAll(selector)),
  ];

  /**
   * Which steps of a module are done.
   * @param {Progress} progress
   * @param {HTMLElement} steps
   * @returns {Record<string, boolean>}
   */
  function doneOf(progress, steps) {
    const done = progress.modules[steps.dataset.steps ?? ""] ?? {};
    const questions = (steps.dataset.reflections ?? "").split(" ").filter(Boolean);
    return {
      read: Boolean(done.read),
      exercise: Boolean(done.exercise),
      check: Boolean(done.check),
      reflection: questions.length > 0 && questions.every((name) => progress.reflections[name]),
    };
  }

  /** @param {Progress} progress */
  function showSteps(progress) {
    for (const steps of all("[data-steps]")) {
      const done = doneOf(progress, steps);
      for (const step of all("[data-step]", steps)) {
        const is = done[step.dataset.step ?? ""] ? "done" : "open";
        step.dataset.is = is;
        for (const words of all("[data-when]", step)) words.hidden = words.dataset.when !== is;
      }
    }
    for (const quote of all("[data-own-words]")) {
      quote.textContent = progress.reflections[quote.dataset.ownWords ?? ""] ?? "";
      quote.hidden = !quote.textContent;
    }
  }

  /**
   * @param {Progress} progress
   * @param {HTMLElement} overview
   */
  function showOverview(progress, overview) {
    const modules = all(".progress-list > li", overview);
    const done = modules.map((module) => doneOf(progress, all("[data-steps]", module)[0]));
    for (const step of STEPS) {
      const count = done.filter((steps) => steps[step]).length;
      for (const place of all(`[data-count=${step}]`, overview)) place.textContent = String(count);
    }
    const isStarted = done.some((steps) => STEPS.some((step) => steps[step]));
    const so = new Set([
      isStarted ? "started" : "empty",
      progressOf().isKept() ? "kept" : "not-kept",
    ]);
    for (const part of all("[data-shown-when]", overview)) {
      part.hidden = !(part.dataset.shownWhen ?? "").split(" ").every((what) => so.has(what));
    }
  }

  /**
   * Receive who comes back with what is next: the module where the reader was, or the first unread one.
   * @param {Progress} progress
   * @param {HTMLElement} welcome
   */
  function showWelcome(progress, welcome) {
    const { place } = progress;
    const modules = all("[data-welcome-next]", welcome);
    const nameOf = (/** @type {HTMLElement} */ module) => module.dataset.welcomeNext ?? "";
    const isRead = (/** @type {HTMLElement} */ module) =>
      Boolean(progress.modules[nameOf(module)]?.read);
    const unread = modules.filter((module) => !isRead(module));
    const next = unread.find((module) => nameOf(module) === place?.module) ?? unread[0];
    const isBack =
      place !== null ||
      [progress.modules, progress.reflections].some((table) => Object.keys(table).length);
    all(".welcome-new", welcome)[0].hidden = isBack;
    all(".welcome-back", welcome)[0].hidden = !isBack;
    for (const module of modules) module.hidden = module !== next;
    all("[data-welcome-finished]", welcome)[0].hidden = Boolean(next);

    const read = modules.length - unread.length;
    for (const part of all("[data-ring]", welcome)) {
      part.dataset.is = progress.modules[part.dataset.ring ?? ""]?.read ? "done" : "open";
      if (part.dataset.ring === (next && nameOf(next))) part.dataset.is = "next";
    }
    all("[data-ring-count]", welcome)[0].textContent = [read, modules.length].join("/");
    const count = all(".welcome-count", welcome)[0];
    count.textContent = (count.dataset.words ?? "").replace("{read}", String(read));
    if (next) showNext(next, place?.module === nameOf(next) ? place.movement : "");
  }

  /**
   * Show how long a module still takes from a movement on, and lead there.
   * @param {HTMLElement} module
   * @param {string} movement
   */
  function showNext(module, movement) {
    const left = (module.dataset.left ?? "").split(" ");
    const at = Math.max(0, (module.dataset.movements ?? "").split(" ").indexOf(movement));
    const link = /** @type {HTMLAnchorElement} */ (module.querySelector("a"));
    const minutes = all("[data-minutes]", module)[0];
    link.hash = at > 0 ? movement : "";
    minutes.textContent = (minutes.dataset.minutes ?? "").replace("{minutes}", left[at]);
  }

  function show() {
    const progress = progressOf().load();
    showSteps(progress);
    for (const note of all("[data-storage-note]")) note.hidden = progressOf().isKept();
    for (const welcome of all("[data-welcome]")) showWelcome(progress, welcome);
    for (const overview of all("[data-progress]")) showOverview(progress, overview);
  }

  /**
   * Hear an exercise of this page say that it is done.
   * @param {MessageEvent} event
   */
  function receive({ origin, source, data }) {
    if (origin !== location.origin || data?.type !== "partnerschap:done") return;
    const frames = /** @type {HTMLIFrameElement[]} */ (all("figure[data-exercise] iframe"));
    const sender = frames.find((frame) => frame.contentWindow === source);
    if (!sender) return;
    const asked = new URL(sender.dataset.src ?? "", location.href).searchParams.get("module");
    if (data.what === "test" && asked === TEST) progressOf().keepTest(data);
    const step = sender.closest("figure")?.id === CHECK ? "check" : "exercise";
    if (data.what === step && asked && asked !== TEST && asked === data.module) {
      progressOf().mark(data.module, step, true);
    }
  }

  /**
   * Mark a module as read when its end comes in sight; not for who only looks a source up, or comes
   * from elsewhere to a heading of the last part. It can be taken back.
   * @param {HTMLElement} end
   */
  function watchEnd(end) {
    const movement = end.closest(".movement");
    const { moduleEnd } = end.dataset;
    const isJump = () => Boolean(movement?.querySelector(":target"));
    const sight = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting) || isJump()) return;
      sight.disconnect();
      progressOf().mark(moduleEnd, "read", true);
    });
    sight.observe(end);
  }

  /** Take over what exercises on pages of their own said of the modules that this page shows. */
  function collect() {
    const shown = all("[data-steps]").map((steps) => steps.dataset.steps);
    for (const module of new Set(shown)) progressOf().collect(module);
  }

  function start() {
    const progress = progressOf();
    for (const part of all("[data-needs-script]")) part.hidden = false;
    for (const button of all("[data-mark-read]")) {
      button.addEventListener("click", () => {
        const module = button.dataset.markRead ?? "";
        progress.mark(module, "read", !progress.load().modules[module]?.read);
      });
    }
    for (const end of all("[data-module-end]")) watchEnd(end);
    collect();
    window.addEventListener("message", receive);
    window.addEventListener(progress.CHANGED, () => {
      collect();
      show();
    });
    show();
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
