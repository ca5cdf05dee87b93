// @ts-check
/**
 * Takes all that this browser keeps of the course along in one file, puts it back and wipes it: a
 * reader's progress and what was filled in in exercises. Answers of a session with a team go along in
 * no file: they hold the key to it, and the server has them. Every word stands in the page.
 */
(() => {
  const PREFIX = "partnerschap:";
  const PROGRESS = "progress"; // kept by progress.js, which knows what it may hold
  const SESSION = "meedoen";
  const TOLD = "done"; // what waits for progress.js
  const WHAT = "partnerschap-alles";
  const VERSION = 1;
  const LARGEST_FILE = 2_000_000; // characters; a browser keeps about 5 million in all
  const MOST_NAMES = 100;
  const MOST_PARTS = 20_000;
  const DEEPEST = 8;
  const NAME = /^[a-z][a-z0-9]*([.:][a-z0-9-]{1,64})?$/;
  /** What an exercise keeps of itself alone, or of what it did before anybody filled in anything. */
  const OWN = new Set(["screen", "version", "calendar", "next", "seed", "area", "station"]);

  /** @typedef {Record<string, unknown>} Kept What is kept, by its name without the prefix. */

  const progressOf = () => /** @type {any} */ (window).partnerschapProgress;

  /** @param {unknown} value @returns {value is Record<string, unknown>} */
  const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

  const exerciseOf = (/** @type {string} */ name) => name.split(/[.:]/)[0] ?? "";

  /** Everything but progress, as it was kept. @returns {Kept} */
  function keptHere() {
    /** @type {Kept} */
    const kept = {};
    try {
      for (const key of Object.keys(localStorage)) {
        const name = key.slice(PREFIX.length);
        if (!key.startsWith(PREFIX) || name === PROGRESS) continue;
        try {
          kept[name] = JSON.parse(localStorage.getItem(key) ?? "null");
        } catch {
          kept[name] = null; // something else that left its text here
        }
      }
    } catch {
      // A browser that keeps nothing.
    }
    return kept;
  }

  /** Whether somebody filled in anything: a choice, a text, an answer. @param {unknown} value */
  const holds = (value) =>
    Array.isArray(value)
      ? value.length > 0
      : isRecord(value)
        ? Object.keys(value).length > 0
        : (typeof value === "string" && value !== "") || value === true;

  /** @param {unknown} kept */
  const isFilledIn = (kept) =>
    isRecord(kept) &&
    isRecord(kept.memory) &&
    Object.entries(kept.memory).some(([field, value]) => !OWN.has(field) && holds(value));

  /** Ids of what there is to lose, in the order of the list of names. @param {string[]} known */
  function whatThereIs(known) {
    const kept = keptHere();
    const filledIn = Object.keys(kept).filter((name) => isFilledIn(kept[name]));
    const there = new Set(filledIn.map(exerciseOf));
    if (!progressOf().isEmpty()) there.add(PROGRESS);
    return known.filter((id) => there.has(id));
  }

  /** All that can be taken along, as the text of a file. */
  function write() {
    const kept = Object.fromEntries(
      Object.entries(keptHere()).filter(
        ([name, value]) => ![SESSION, TOLD].includes(exerciseOf(name)) && value,
      ),
    );
    const progress = JSON.parse(progressOf().text());
    return JSON.stringify({ what: WHAT, version: VERSION, progress, kept }, null, 1);
  }

  /** Whether a value has bounds in depth and size. @param {unknown} value */
  function isBounded(value) {
    let parts = 0;
    const walk = (/** @type {unknown} */ part, depth = 0) => {
      parts += 1;
      if (depth > DEEPEST || parts > MOST_PARTS) return false;
      if (typeof part !== "object" || part === null) return true;
      return Object.entries(part).every(
        ([name, below]) => name !== "__proto__" && walk(below, depth + 1),
      );
    };
    return walk(value);
  }

  /** @param {unknown} kept @param {string[]} known @returns {kept is Kept} */
  const isKept = (kept, known) =>
    isRecord(kept) &&
    Object.keys(kept).length <= MOST_NAMES &&
    Object.entries(kept).every(
      ([name, value]) =>
        NAME.test(name) &&
        known.includes(exerciseOf(name)) &&
        ![PROGRESS, SESSION].includes(exerciseOf(name)) &&
        isRecord(value) &&
        Number.isInteger(value.version) &&
        isRecord(value.memory) &&
        isBounded(value.memory),
    );

  /**
   * Read a file; null when it is anything else, so that nothing is taken over by half. A file of before
   * held progress alone: then all else stays as it is.
   * @param {string} text
   * @param {string[]} known
   * @returns {{progress: string, kept: Kept | null} | null}
   */
  function read(text, known) {
    try {
      const raw = JSON.parse(text);
      if (progressOf().parse(text) !== null) return { progress: text, kept: null };
      if (!isRecord(raw) || raw.what !== WHAT || raw.version !== VERSION) return null;
      const progress = JSON.stringify(raw.progress);
      if (progressOf().parse(progress) === null || !isKept(raw.kept, known)) return null;
      return { progress, kept: raw.kept };
    } catch {
      return null;
    }
  }

  /** Take away all of the exercises. @param {(name: string) => boolean} isWanted */
  function forget(isWanted) {
    for (const name of Object.keys(keptHere()))
      if (isWanted(name)) localStorage.removeItem(PREFIX + name);
  }

  /**
   * Put back what a file holds; says whether there was room. If not, all is as it was.
   * @param {{progress: string, kept: Kept | null}} file
   */
  function restore({ progress, kept }) {
    if (kept !== null) {
      const before = keptHere();
      const put = (/** @type {Kept} */ all) => {
        forget((name) => exerciseOf(name) !== SESSION);
        for (const [name, value] of Object.entries(all))
          if (exerciseOf(name) !== SESSION)
            localStorage.setItem(PREFIX + name, JSON.stringify(value));
      };
      try {
        put(kept);
      } catch {
        try {
          put(before);
        } catch {
          // It was there a moment ago; a browser that keeps nothing has nothing to put back.
        }
        return false;
      }
    }
    return progressOf().restore(progress);
  }

  function wipe() {
    try {
      forget(() => true);
    } catch {
      // A browser that keeps nothing has nothing to wipe.
    }
    progressOf().wipe();
  }

  /** Whether this browser keeps anything. */
  function canKeep() {
    try {
      localStorage.setItem(`${PREFIX}probe`, "1");
      localStorage.removeItem(`${PREFIX}probe`);
      return true;
    } catch {
      return false;
    }
  }

  /** Hand the file over to the browser's downloads. @param {HTMLElement} button */
  function save(button) {
    const file = new Blob([write()], { type: "application/json" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = `${button.dataset.file}-${progressOf().today()}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  /** @param {HTMLElement} place */
  function connect(place) {
    const part = (/** @type {string} */ name) =>
      /** @type {HTMLElement} */ (place.querySelector(`[${name}]`));
    const chosen = /** @type {HTMLInputElement} */ (part("data-restore-file"));
    const status = part("role=status");
    const list = part("data-list");
    /** @type {Record<string, string>} */
    const names = JSON.parse(list.dataset.names ?? "{}");
    const known = Object.keys(names);
    const say = (/** @type {string} */ what) => {
      status.textContent = status.dataset[what] ?? "";
    };
    const show = () => {
      const items = whatThereIs(known).map((id) => {
        const item = document.createElement("li");
        item.textContent = names[id] ?? id;
        return item;
      });
      list.replaceChildren(...items);
      part("data-filled").hidden = items.length === 0;
    };
    /** What is lost, as lines below a question. */
    const asked = (/** @type {string | undefined} */ question) =>
      [question, ...whatThereIs(known).map((id) => `- ${names[id]}`)].join("\n");

    part("data-restore").addEventListener("click", () => chosen.click());
    chosen.addEventListener("change", async () => {
      const [file] = chosen.files ?? [];
      chosen.value = ""; // so that the same file can be chosen again
      if (!file) return;
      if (file.size > LARGEST_FILE) return say("large");
      const found = read(await file.text().catch(() => ""), known);
      if (found === null) return say("refused");
      const isEmpty = whatThereIs(known).length === 0;
      if (!isEmpty && !confirm(asked(part("data-restore").dataset.confirm))) return;
      say(restore(found) ? "restored" : "full");
      show();
    });
    part("data-wipe").addEventListener("click", () => {
      if (!confirm(asked(part("data-wipe").dataset.confirm))) return;
      wipe();
      say("wiped");
      show();
    });
    part("data-save").addEventListener("click", () => say("saved"));
    window.addEventListener(progressOf().CHANGED, show);
    window.addEventListener("storage", show);
    show();
  }

  const start = () => {
    for (const place of document.querySelectorAll("[data-memory]"))
      connect(/** @type {HTMLElement} */ (place));
    for (const button of document.querySelectorAll("[data-save]"))
      button.addEventListener("click", () => save(/** @type {HTMLElement} */ (button)));
    if (canKeep()) return;
    const notes = /** @type {NodeListOf<HTMLElement>} */ (
      document.querySelectorAll("[data-blocked]")
    );
    for (const note of notes) note.hidden = false;
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
