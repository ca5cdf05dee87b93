// @ts-check
/**
 * Keeps how sure a reader feels before and after a module, and shows it back in one table. It is for the
 * reader alone and stays in this browser. Every word stands in the page.
 */
(() => {
  /** @returns {any} */
  const progressOf = () => /** @type {any} */ (window).partnerschapProgress;

  /** @typedef {Record<string, Record<string, number>>} Ratings */

  /** @param {HTMLFieldSetElement} field */
  function connect(field) {
    const { rating: module = "", moment = "" } = field.dataset;
    field.addEventListener("change", ({ target }) => {
      const { value } = /** @type {HTMLInputElement} */ (target);
      progressOf().rate(module, moment, Number(value));
    });
  }

  /** @param {Ratings} ratings */
  function showFields(ratings) {
    for (const field of /** @type {NodeListOf<HTMLFieldSetElement>} */ (
      document.querySelectorAll("[data-rating]")
    )) {
      const { rating: module = "", moment = "" } = field.dataset;
      for (const input of field.querySelectorAll("input")) {
        input.checked = Number(input.value) === ratings[module]?.[moment];
      }
    }
  }

  /**
   * Show the table's rows that have something to show.
   * @param {HTMLElement} table
   * @param {Ratings} ratings
   */
  function showTable(table, ratings) {
    /** @type {string[]} */
    const words = JSON.parse(table.dataset.words ?? "[]");
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (
      table.querySelectorAll("[data-rated]")
    )) {
      const rating = ratings[row.dataset.rated ?? ""];
      row.hidden = !rating;
      for (const cell of /** @type {NodeListOf<HTMLElement>} */ (
        row.querySelectorAll("[data-moment]")
      )) {
        const sure = rating?.[cell.dataset.moment ?? ""];
        cell.textContent = sure ? words[sure - 1] : "–";
      }
    }
    const isEmpty = Object.keys(ratings).length === 0;
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (
      table.querySelectorAll("[data-shown-if]")
    )) {
      part.hidden = (part.dataset.shownIf === "empty") !== isEmpty;
    }
  }

  function show() {
    /** @type {Ratings} */
    const ratings = progressOf().load().ratings;
    showFields(ratings);
    for (const table of /** @type {NodeListOf<HTMLElement>} */ (
      document.querySelectorAll("[data-ratings]")
    )) {
      showTable(table, ratings);
    }
  }

  function start() {
    for (const field of /** @type {NodeListOf<HTMLFieldSetElement>} */ (
      document.querySelectorAll("[data-rating]")
    )) {
      connect(field);
    }
    window.addEventListener(progressOf().CHANGED, show);
    show();
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
