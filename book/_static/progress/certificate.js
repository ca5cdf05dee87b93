// @ts-check
/**
 * Fills in the certificate from the form above it; what was done comes from course.js. Name and date
 * are kept nowhere, and how the closing test went is on it only when the reader wants. Every word stands
 * in the page.
 */
(() => {
  /** @param {HTMLFormElement} form */
  function connect(form) {
    const field = (/** @type {string} */ id) =>
      /** @type {HTMLInputElement} */ (document.getElementById(id));
    const place = (/** @type {string} */ name) =>
      /** @type {HTMLElement} */ (document.querySelector(`.certificate [${name}]`));
    const progress = /** @type {any} */ (window).partnerschapProgress;
    const name = field("bewijs-naam");
    const day = field("bewijs-datum");
    const withTest = field("bewijs-toets");
    const written = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" });
    const inWords = (/** @type {string} */ date) => written.format(new Date(`${date}T12:00`));

    /**
     * Fill `{name}` in a sentence of the page.
     * @param {string} sentence
     * @param {Record<string, unknown>} values
     */
    const fillIn = (sentence, values) =>
      sentence.replace(/\{(\w+)\}/g, (_, /** @type {string} */ key) => String(values[key]));

    const fill = () => {
      place("data-name").textContent = name.value.trim();
      place("data-day").textContent = day.valueAsDate ? inWords(day.value) : "";
    };

    const fillTest = () => {
      const { test } = progress.load();
      const shown = place("data-test");
      /** @type {HTMLElement} */ (withTest.closest(".certificate-choice")).hidden = !test;
      shown.hidden = !test || !withTest.checked;
      if (!test) return;
      const { test: sentence = "", norm = "" } = shown.dataset;
      const parts = test.norm === null ? [sentence] : [sentence, norm];
      const values = { ...test, day: inWords(test.day) };
      shown.textContent = parts.map((part) => fillIn(part, values)).join(" ");
    };

    /** Leave out what was not begun, and name it in one sentence. */
    const fillModules = () => {
      const rows = /** @type {NodeListOf<HTMLElement>} */ (
        document.querySelectorAll(".certificate [data-steps]")
      );
      const { modules } = progress.load();
      /** @type {string[]} */
      const notBegun = [];
      for (const row of rows) {
        row.hidden = !modules[row.dataset.steps ?? ""];
        if (row.hidden) notBegun.push(row.querySelector("th")?.textContent ?? "");
      }
      const shown = place("data-not-begun");
      shown.hidden = notBegun.length === 0;
      shown.textContent = fillIn(shown.dataset.notBegun ?? "", { modules: notBegun.join("; ") });
    };

    day.value = progress.today();
    form.addEventListener("input", fill);
    withTest.addEventListener("change", fillTest);
    window.addEventListener(progress.CHANGED, () => {
      fillModules();
      fillTest();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      window.print();
    });
    fill();
    fillModules();
    fillTest();
  }

  const start = () => {
    const form = document.querySelector(".certificate-form");
    if (form) connect(/** @type {HTMLFormElement} */ (form));
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
