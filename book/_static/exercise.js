// @ts-check
/**
 * Shows the exercises of a page: loads each one when a reader comes near, gives it the room that it
 * asks for and tells it whether the page is light or dark. The page and the exercises have one origin,
 * so a message of any other origin, or of a window that is no exercise of this page, is left alone.
 * Every word stands in the page; here only `data-state` changes and book.css shows what belongs to it.
 */
(() => {
  const SLOW_AFTER_MS = 20_000;
  const LOAD_WITHIN = "600px";
  const HEIGHT = { least: 200, most: 20_000 };

  /** @typedef {"waiting" | "loading" | "slow" | "ready"} State */
  /** @typedef {{type: "partnerschap:height", height: unknown}} HeightMessage */
  /** @typedef {{type: "partnerschap:ready" | "partnerschap:scroll"}} PlainMessage */

  /** One exercise in the page. */
  class Exercise {
    /** @param {HTMLElement} figure */
    constructor(figure) {
      this.figure = figure;
      this.iframe = /** @type {HTMLIFrameElement} */ (figure.querySelector("iframe"));
      this.timer = 0;
      this.setState("waiting");
      figure.querySelector("button")?.addEventListener("click", () => this.load());
      const link = figure.querySelector("a");
      if (link) link.href = this.withQuery(link.getAttribute("href") ?? "");
    }

    /**
     * An address of the exercise with the page's own query, which carries the code of a session. What
     * the page itself asks of the exercise stands first, and goes before anything a reader adds.
     * @param {string} own
     */
    withQuery(own) {
      return own + (own.includes("?") ? location.search.replace("?", "&") : location.search);
    }

    get ready() {
      return this.figure.dataset.state === "ready";
    }

    /** @param {State} state */
    setState(state) {
      this.figure.dataset.state = state;
      this.figure.setAttribute("aria-busy", String(state === "loading"));
    }

    load() {
      this.setState("loading");
      this.iframe.src = this.withQuery(this.iframe.dataset.src ?? "");
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.setState("slow"), SLOW_AFTER_MS);
    }

    /** @param {HeightMessage | PlainMessage} message */
    receive(message) {
      switch (message.type) {
        case "partnerschap:ready":
          clearTimeout(this.timer);
          this.setState("ready");
          this.sendTheme();
          break;
        case "partnerschap:height":
          this.setHeight(message.height);
          break;
        case "partnerschap:scroll":
          this.iframe.scrollIntoView({ block: "start" });
          break;
      }
    }

    /** @param {unknown} height */
    setHeight(height) {
      if (typeof height !== "number" || !Number.isFinite(height)) return;
      const fits = Math.min(Math.max(Math.round(height), HEIGHT.least), HEIGHT.most);
      this.iframe.style.height = `${fits}px`;
    }

    sendTheme() {
      const theme = document.documentElement.dataset.theme === "dark" ? "dark" : "light";
      this.iframe.contentWindow?.postMessage(
        { type: "partnerschap:theme", theme },
        location.origin,
      );
    }
  }

  const start = () => {
    const figures = /** @type {NodeListOf<HTMLElement>} */ (
      document.querySelectorAll("figure[data-exercise]")
    );
    const exercises = [...figures].map((figure) => new Exercise(figure));
    if (exercises.length === 0) return;

    window.addEventListener("message", (event) => {
      if (event.origin !== location.origin) return;
      const sender = exercises.find(({ iframe }) => iframe.contentWindow === event.source);
      if (sender && typeof event.data === "object" && event.data !== null) {
        sender.receive(event.data);
      }
    });

    new MutationObserver(() => {
      for (const exercise of exercises) if (exercise.ready) exercise.sendTheme();
    }).observe(document.documentElement, { attributeFilter: ["data-theme"] });

    const near = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (!isIntersecting) continue;
          near.unobserve(target);
          exercises.find(({ figure }) => figure === target)?.load();
        }
      },
      { rootMargin: LOAD_WITHIN },
    );
    for (const { figure } of exercises) near.observe(figure);
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
