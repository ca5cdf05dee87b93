// @ts-check
/**
 * Shows a reader's progress in the places that the page has for it, and marks what is done: a module
 * by its button, a check and the closing test when the exercise in the page says so. Every word stands
 * in the page.
 */
(() => {
  /** @typedef {{modules: Record<string, {read?: string, check?: string}>, reflections: Record<string, string>}} Progress */

  const STEPS = ["read", "check", "reflection"];
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
    for (const button of all("[data-mark-read]")) {
      const read = Boolean(progress.modules[button.dataset.markRead ?? ""]?.read);
      button.setAttribute("aria-pressed", String(read));
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
    const unread = done.findIndex((steps) => !steps.read);
    const next = /** @type {HTMLAnchorElement | null} */ (overview.querySelector("[data-next]"));
    const link = unread === -1 ? null : modules[unread].querySelector("a");
    if (next && link) {
      next.href = link.href;
      next.textContent = link.textContent;
    }
    const started = done.some((steps) => STEPS.some((step) => steps[step]));
    const so = new Set([
      started ? "started" : "empty",
      unread === -1 ? "finished" : "unfinished",
      progressOf().isKept() ? "kept" : "not-kept",
    ]);
    for (const part of all("[data-shown-when]", overview)) {
      part.hidden = !so.has(part.dataset.shownWhen ?? "");
    }
  }

  function show() {
    const progress = progressOf().load();
    showSteps(progress);
    for (const overview of all("[data-progress]")) showOverview(progress, overview);
  }

  /**
   * Hear an exercise of this page say that its questions are done.
   * @param {MessageEvent} event
   */
  function receive({ origin, source, data }) {
    if (origin !== location.origin || data?.type !== "partnerschap:done") return;
    const frames = /** @type {HTMLIFrameElement[]} */ (all("figure[data-exercise] iframe"));
    const sender = frames.find((frame) => frame.contentWindow === source);
    if (!sender) return;
    const asked = new URL(sender.dataset.src ?? "", location.href).searchParams.get("module");
    if (data.what === "test" && asked === TEST) progressOf().keepTest(data);
    if (data.what === "check" && asked && asked !== TEST && asked === data.module) {
      progressOf().mark(data.module, "check", true);
    }
  }

  function start() {
    const progress = progressOf();
    for (const part of all("[data-needs-script]")) part.hidden = false;
    for (const button of all("[data-mark-read]")) {
      button.addEventListener("click", () => {
        const read = button.getAttribute("aria-pressed") !== "true";
        progress.mark(button.dataset.markRead, "read", read);
      });
    }
    window.addEventListener("message", receive);
    window.addEventListener(progress.CHANGED, show);
    show();
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
