// @ts-check
/**
 * What this browser remembers of a reader's way through the course: modules read, exercises and checks
 * done, reflections written, how sure the reader felt, how the closing test went and where the reader
 * was. Nothing of it goes to the server. Other scripts of the book use it by
 * `window.partnerschapProgress` and hear of every change by the event `partnerschap:progress`.
 */
(() => {
  const KEY = "partnerschap:progress";
  const CHECKS = "partnerschap:kennischeck:"; // where that exercise keeps its answers
  const TOLD = "partnerschap:done:"; // where an exercise on a page of its own says what is done
  const PROBE = "partnerschap:probe";
  const CHANGED = "partnerschap:progress";
  /** @typedef {"read" | "exercise" | "check"} Step */
  /** @typedef {"before" | "after"} Moment */
  /**
   * @typedef {object} Progress As progress-format.js describes it.
   * @property {Record<string, Partial<Record<Step, string>>>} modules
   * @property {Record<string, string>} reflections
   * @property {Record<string, Partial<Record<Moment, number>>>} ratings
   * @property {object | null} test
   * @property {{module: string, movement: string} | null} place
   */

  /** The other script may come later. @returns {any} */
  const format = () => /** @type {any} */ (window).partnerschapFormat;

  /** Whether this browser keeps anything: some refuse, and some only pretend to. */
  const canKeep = (() => {
    try {
      localStorage.setItem(PROBE, PROBE);
      const isThere = localStorage.getItem(PROBE) === PROBE;
      localStorage.removeItem(PROBE);
      return isThere;
    } catch {
      return false;
    }
  })();

  /** What is known when the browser keeps nothing; null as long as it does. */
  /** @type {Progress | null} */
  let onlyHere = null;

  /** @returns {Progress} */
  function load() {
    if (onlyHere) return onlyHere;
    try {
      return format().parse(localStorage.getItem(KEY)) ?? format().nothing();
    } catch {
      return format().nothing();
    }
  }

  const tell = () => window.dispatchEvent(new Event(CHANGED));

  /** @param {Progress} progress */
  function save(progress) {
    onlyHere = progress;
    try {
      if (canKeep) {
        localStorage.setItem(KEY, format().write(progress));
        onlyHere = null;
      }
    } catch {
      // It is full: what is known stays in this page.
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
   * @param {string} [day]
   */
  function mark(module, step, done, day = today()) {
    if (!format().NAME.test(module)) return;
    const progress = load();
    const steps = { ...progress.modules[module] };
    if (done) steps[step] ??= day;
    else delete steps[step];
    progress.modules[module] = steps;
    if (format().isEmptyTable(steps)) delete progress.modules[module];
    save(progress);
  }

  /**
   * Take over what exercises on pages of their own said of a module.
   * @param {string} module
   */
  function collect(module) {
    try {
      const told = JSON.parse(localStorage.getItem(TOLD + module) ?? "null");
      if (told === null) return;
      localStorage.removeItem(TOLD + module);
      if (!format().isDone(told.memory)) return;
      for (const [step, day] of Object.entries(told.memory)) {
        mark(module, /** @type {Step} */ (step), true, String(day));
      }
    } catch {
      // A browser that keeps nothing was told nothing, and what is not ours says nothing.
    }
  }

  /**
   * Keep what was written; nothing but white space is the same as nothing.
   * @param {string} name
   * @param {string} text
   */
  function reflect(name, text) {
    const progress = load();
    if (text.trim()) progress.reflections[name] = text.slice(0, format().LONGEST_REFLECTION);
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
    if (!format().NAME.test(module) || !format().isRating(rating)) return;
    progress.ratings[module] = rating;
    save(progress);
  }

  /**
   * Keep how the closing test went; anything else is left alone.
   * @param {Record<string, unknown>} said
   */
  function keepTest({ day, right, total, attempt, norm }) {
    const test = { day, right, total, attempt, norm };
    if (format().isTest(test)) save({ ...load(), test });
  }

  /**
   * Keep where a reader is.
   * @param {string} module
   * @param {string} movement
   */
  function keepPlace(module, movement) {
    const place = { module, movement };
    if (format().isPlace(place)) save({ ...load(), place });
  }

  /** Whether there is nothing to lose. */
  function isEmpty() {
    const { modules, reflections, ratings, test } = load();
    return test === null && [modules, reflections, ratings].every(format().isEmptyTable);
  }

  /** Forget everything; the answers of the checks too, or they would be done again at a visit. */
  function wipe() {
    onlyHere = null;
    try {
      const kept = Object.keys(localStorage);
      for (const key of kept)
        if (key === KEY || key.startsWith(CHECKS) || key.startsWith(TOLD))
          localStorage.removeItem(key);
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
    const progress = format().parse(text);
    if (progress) save(progress);
    return progress !== null;
  }

  window.addEventListener("storage", ({ key }) => {
    // Another tab of this course, or an exercise on a page of its own.
    if (key === null || key === KEY || key.startsWith(TOLD)) tell();
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
    keepPlace,
    collect,
    isEmpty,
    wipe,
    restore,
    parse: (/** @type {string} */ text) => format().parse(text),
    today,
    text: () => format().write(load()),
    isKept: () => canKeep && onlyHere === null,
  };
  Object.assign(window, { partnerschapProgress });
})();
