// @ts-check
/**
 * The shape of what progress.js keeps, in the browser and in a file: nothing that does not fit is taken
 * over, and nothing by half. Of what comes from outside, a file is the least to be trusted.
 */
(() => {
  const WHAT = "partnerschap-voortgang";
  const VERSION = 1;
  const LONGEST_REFLECTION = 2000;
  const MOST_SURE = 5;
  const MOST_QUESTIONS = 200;
  const MOST_ATTEMPTS = 1000;
  const MOST_ENTRIES = 200;
  const NAME = /^[a-z][a-z0-9-]{0,63}$/;
  const DAY = /^\d{4}-\d{2}-\d{2}$/;

  const STEPS = ["read", "exercise", "check"];

  /** @typedef {"read" | "exercise" | "check"} Step */
  /** @typedef {Partial<Record<Step, string>>} Done The day, as 2026-11-21, on which it was done. */
  /**
   * @typedef {"before" | "after"} Moment
   * @typedef {Partial<Record<Moment, number>>} Rating How sure, from 1 to 5.
   */
  /**
   * @typedef {object} Test How the closing test went, the last time.
   * @property {string} day
   * @property {number} right
   * @property {number} total
   * @property {number} attempt
   * @property {number | null} norm What a trainer set, if one did.
   */
  /** @typedef {{module: string, movement: string}} Place Where a reader was, the last time. */
  /**
   * @typedef {object} Progress
   * @property {Record<string, Done>} modules By the name of the module's page.
   * @property {Record<string, string>} reflections What was written, by the name of the question.
   * @property {Record<string, Rating>} ratings By the name of the module's page.
   * @property {Test | null} test
   * @property {Place | null} place
   */

  /** @returns {Progress} */
  const nothing = () => ({ modules: {}, reflections: {}, ratings: {}, test: null, place: null });

  /** @param {unknown} value @returns {value is Record<string, unknown>} */
  const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

  /** @param {unknown} value @param {(entry: unknown) => boolean} fits */
  const isTable = (value, fits) =>
    isRecord(value) &&
    Object.keys(value).length <= MOST_ENTRIES &&
    Object.entries(value).every(([name, entry]) => NAME.test(name) && fits(entry));

  /** @param {unknown} entry */
  const isDone = (entry) =>
    isRecord(entry) &&
    Object.entries(entry).every(
      ([step, day]) => STEPS.includes(step) && typeof day === "string" && DAY.test(day),
    );

  /** @param {unknown} entry */
  const isReflection = (entry) => typeof entry === "string" && entry.length <= LONGEST_REFLECTION;

  /** @param {unknown} value @param {number} least @param {number} most */
  const isBetween = (value, least, most) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most;

  /** @param {unknown} entry */
  const isRating = (entry) =>
    isRecord(entry) &&
    Object.entries(entry).every(
      ([moment, sure]) => ["before", "after"].includes(moment) && isBetween(sure, 1, MOST_SURE),
    );

  /** @param {unknown} value @returns {value is Test} */
  const isTest = (value) =>
    isRecord(value) &&
    typeof value.day === "string" &&
    DAY.test(value.day) &&
    isBetween(value.total, 1, MOST_QUESTIONS) &&
    isBetween(value.right, 0, Number(value.total)) &&
    isBetween(value.attempt, 1, MOST_ATTEMPTS) &&
    (value.norm === null || isBetween(value.norm, 1, Number(value.total)));

  /** @param {unknown} value @returns {value is Place} */
  const isPlace = (value) =>
    isRecord(value) &&
    [value.module, value.movement].every((name) => typeof name === "string" && NAME.test(name));

  /**
   * Read progress from text; null when it is anything else, so that nothing is taken over by half.
   * @param {string | null} text
   * @returns {Progress | null}
   */
  function parse(text) {
    try {
      const raw = JSON.parse(text ?? "null");
      const fits =
        isRecord(raw) &&
        raw.what === WHAT &&
        raw.version === VERSION &&
        isTable(raw.modules, isDone) &&
        isTable(raw.reflections, isReflection) &&
        (raw.ratings === undefined || isTable(raw.ratings, isRating)) &&
        (raw.test === undefined || isTest(raw.test)) &&
        (raw.place === undefined || isPlace(raw.place));
      if (!fits) return null;
      const read = /** @type {Partial<Progress>} */ (/** @type {unknown} */ (raw));
      const { modules, reflections, ratings, test, place } = { ...nothing(), ...read };
      return { modules, reflections, ratings, test, place };
    } catch {
      return null;
    }
  }

  /** @param {object} table */
  const isEmptyTable = (table) => Object.keys(table).length === 0;

  /**
   * Write progress; what a reader did nothing of is left out.
   * @param {Progress} progress
   */
  function write({ modules, reflections, ratings, test, place }) {
    const rated = isEmptyTable(ratings) ? undefined : ratings;
    const more = { ratings: rated, test: test ?? undefined, place: place ?? undefined };
    return JSON.stringify({ what: WHAT, version: VERSION, modules, reflections, ...more }, null, 1);
  }

  const partnerschapFormat = {
    LONGEST_REFLECTION,
    NAME,
    nothing,
    isDone,
    isEmptyTable,
    isRating,
    isTest,
    isPlace,
    parse,
    write,
  };
  Object.assign(window, { partnerschapFormat });
})();
