// @ts-check
/** Keeps what a reader writes in this browser, and shows it on paper. Every word stands in the page. */
(() => {
  const SAVE_AFTER_MS = 400;

  /** @param {HTMLFormElement} form */
  function connect(form) {
    const progress = /** @type {any} */ (window).partnerschapProgress;
    const name = form.dataset.reflection ?? "";
    const field = /** @type {HTMLTextAreaElement} */ (form.querySelector("textarea"));
    const paper = /** @type {HTMLElement} */ (form.querySelector(".reflection-paper"));
    const status = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
    const wipe = /** @type {HTMLButtonElement} */ (form.querySelector("[data-wipe-reflection]"));
    /** What there is to do once something is written. */
    const written = [
      wipe,
      .../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-when-written]")),
    ];
    let timer = 0;

    const say = (/** @type {string} */ what) => {
      const said = status.dataset[what] ?? "";
      if (status.textContent !== said) status.textContent = said;
    };
    const keep = () => {
      if (timer === 0) return;
      clearTimeout(timer);
      timer = 0;
      progress.reflect(name, field.value);
      if (!progress.isKept()) say("notKept");
      else if (field.value.trim()) say("kept");
      else say("wiped");
    };
    /** Show what is kept, unless the reader is writing. */
    const show = () => {
      if (timer === 0) {
        const kept = progress.load().reflections[name] ?? "";
        if (field.value !== kept && field.value.trim() !== kept) field.value = kept;
      }
      paper.textContent = field.value;
      for (const part of written) part.hidden = !field.value;
    };

    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = window.setTimeout(keep, SAVE_AFTER_MS);
      show();
    });
    field.addEventListener("change", keep);
    window.addEventListener("pagehide", keep);
    window.addEventListener(progress.CHANGED, show);
    form.addEventListener("submit", (event) => event.preventDefault());
    wipe.addEventListener("click", () => {
      if (!confirm(wipe.dataset.confirm)) return;
      clearTimeout(timer);
      timer = 0;
      field.value = "";
      progress.reflect(name, "");
      say("wiped");
      field.focus();
    });
    show();
  }

  const start = () => {
    for (const form of document.querySelectorAll("form[data-reflection]")) {
      connect(/** @type {HTMLFormElement} */ (form));
    }
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
