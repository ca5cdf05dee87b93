// @ts-check
/**
 * What this browser remembers of a reader's way through the course: modules read, checks done,
 * reflections written, how sure the reader felt and how the closing test went. Nothing of it goes to the server. Other scripts of the book use it by
 * `window.partnerschapProgress` and hear of every change by the event `partnerschap:progress`.
 */
(() => {
  const KEY = "partnerschap:progress";
  const CHECKS = "partnerschap:kennischeck:"; // where that exercise keeps its answers
  const CHANGED = "partnerschap:progress";
  const WHAT = "partnerschap-voortgang";
  const VERSION = 1;
  const LONGEST_REFLECTION = 2000;
  const MOST_SURE = 5;
  const MOST_QUESTIONS = 200;
  const MOST_ATTEMPTS = 1000;
  const MOST_ENTRIES = 200;
  const NAME = /^[a-z][a-z0-9-]{0,63}$/;
  const DAY = /^\d{4}-\d{2}-\d{2}$/;

  /** @typedef {"read" | "check"} Step */
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
  /**
   * @typedef {object} Progress
   * @property {Record<string, Done>} modules By the name of the module's page.
   * @property {Record<string, string>} reflections What was written, by the name of the question.
   * @property {Record<string, Rating>} ratings By the name of the module's page.
   * @property {Test | null} test
   */

  /** @returns {Progress} */
  const nothing = () => ({ modules: {}, reflections: {}, ratings: {}, test: null });

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
      ([step, day]) => ["read", "check"].includes(step) && typeof day === "string" && DAY.test(day),
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
        (raw.test === undefined || isTest(raw.test));
      if (!fits) return null;
      const read = /** @type {Partial<Progress>} */ (/** @type {unknown} */ (raw));
      const { modules, reflections, ratings, test } = { ...nothing(), ...read };
      return { modules, reflections, ratings, test };
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
  function write({ modules, reflections, ratings, test }) {
    const more = { ratings: isEmptyTable(ratings) ? undefined : ratings, test: test ?? undefined };
    return JSON.stringify({ what: WHAT, version: VERSION, modules, reflections, ...more }, null, 1);
  }

  /** What is known when the browser keeps nothing; null as long as it does. */
  /** @type {Progress | null} */
  let onlyHere = null;

  /** @returns {Progress} */
  function load() {
    if (onlyHere) return onlyHere;
    try {
      return parse(localStorage.getItem(KEY)) ?? nothing();
    } catch {
      return nothing();
    }
  }

  const tell = () => window.dispatchEvent(new Event(CHANGED));

  /** @param {Progress} progress */
  function save(progress) {
    try {
      localStorage.setItem(KEY, write(progress));
      onlyHere = null;
    } catch {
      onlyHere = progress;
    }
    tell();
  }

  /** Today as the reader's own calendar has it. */
  function today() {
    const now = new Date();
    const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  /**
   * Mark a step of a module as done, or as not done.
   * @param {string} module
   * @param {Step} step
   * @param {boolean} done
   */
  function mark(module, step, done) {
    if (!NAME.test(module)) return;
    const progress = load();
    const steps = { ...progress.modules[module] };
    if (done) steps[step] ??= today();
    else delete steps[step];
    progress.modules[module] = steps;
    if (isEmptyTable(steps)) delete progress.modules[module];
    save(progress);
  }

  /**
   * Keep what was written; nothing but white space is the same as nothing.
   * @param {string} name
   * @param {string} text
   */
  function reflect(name, text) {
    const progress = load();
    if (text.trim()) progress.reflections[name] = text.slice(0, LONGEST_REFLECTION);
    else delete progress.reflections[name];
    save(progress);
  }

  /**
   * Keep how sure a reader feels about a module.
   * @param {string} module
   * @param {Moment} moment
   * @param {number} sure
   */
  function rate(module, moment, sure) {
    const progress = load();
    const rating = { ...progress.ratings[module], [moment]: sure };
    if (!NAME.test(module) || !isRating(rating)) return;
    progress.ratings[module] = rating;
    save(progress);
  }

  /**
   * Keep how the closing test went; anything else is left alone.
   * @param {Record<string, unknown>} said
   */
  function keepTest({ day, right, total, attempt, norm }) {
    const test = { day, right, total, attempt, norm };
    if (isTest(test)) save({ ...load(), test });
  }

  /** Whether there is nothing to lose. */
  function isEmpty() {
    const { modules, reflections, ratings, test } = load();
    return test === null && [modules, reflections, ratings].every(isEmptyTable);
  }

  /** Forget everything; the answers of the checks too, or they would be done again at a visit. */
  function wipe() {
    onlyHere = null;
    try {
      const kept = Object.keys(localStorage);
      for (const key of kept)
        if (key === KEY || key.startsWith(CHECKS)) localStorage.removeItem(key);
    } catch {
      // A browser that keeps nothing has nothing to wipe.
    }
    tell();
  }

  /**
   * Put progress back; says whether the text held any. If not, nothing changes.
   * @param {string} text
   */
  function restore(text) {
    const progress = parse(text);
    if (progress) save(progress);
    return progress !== null;
  }

  window.addEventListener("storage", ({ key }) => {
    if (key === KEY || key === null) tell(); // another tab of this course
  });
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) tell(); // back by the browser's own button
  });

  const partnerschapProgress = {
    CHANGED,
    load,
    mark,
    reflect,
    rate,
    keepTest,
    isEmpty,
    wipe,
    restore,
    parse,
    today,
    text: () => write(load()),
    isKept: () => onlyHere === null,
  };
  Object.assign(window, { partnerschapProgress });
})();
