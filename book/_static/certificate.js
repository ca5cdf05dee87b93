// @ts-check
/**
 * Fills in the certificate from the form above it; what was done comes from course.js. Name and date
 * are kept nowhere. Every word stands in the page.
 */
(() => {
  /** @param {HTMLFormElement} form */
  function connect(form) {
    const field = (/** @type {string} */ id) =>
      /** @type {HTMLInputElement} */ (document.getElementById(id));
    const place = (/** @type {string} */ name) =>
      /** @type {HTMLElement} */ (document.querySelector(`.certificate [${name}]`));
    const name = field("bewijs-naam");
    const day = field("bewijs-datum");

    const fill = () => {
      place("data-name").textContent = name.value.trim();
      const written = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" });
      place("data-day").textContent = day.valueAsDate
        ? written.format(new Date(`${day.value}T12:00`))
        : "";
    };

    day.value = /** @type {any} */ (window).partnerschapProgress.today();
    form.addEventListener("input", fill);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      window.print();
    });
    fill();
  }

  const start = () => {
    const form = document.querySelector(".certificate-form");
    if (form) connect(/** @type {HTMLFormElement} */ (form));
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
