/* global Search, DutchStemmer, stopwords */
/**
 * Makes of what a reader types the terms that `search.py` put in the index, and shows of each page
 * found the piece where they stand. Sphinx puts this at the end of `language_data.js`, after its own
 * stemmer and stop words; the rest of the search is its own `searchtools.js`.
 */
(() => {
  const stemmer = new DutchStemmer();

  const INVISIBLE = /[\p{M}\p{Cf}]/gu;
  // Words hold together at an apostrophe, straight (27) or not (2019), and at a hyphen.
  const WORD = /[\p{L}\p{N}]+(?:[\u0027\u2019\u2010-][\p{L}\p{N}]+)*/gu;
  const PART = /[\p{L}\p{N}]+/gu;
  const LAST_S = /[\u0027\u2019]s$/;
  const SHOWN_WORD = /[\p{L}\p{N}\p{M}\p{Cf}]+(?:[\u0027\u2019\u2010\u2011-][\p{L}\p{N}\p{M}\p{Cf}]+)*/gu;

  const NOT_READ =
    "h1, .headerlink, script, style, noscript, form, .module-top, .movement-turn, .welcome-start, " +
    ".exercise, [hidden]";
  const BLOCKS = "p, li, dt, dd, td, th, h2, h3, h4, div, figcaption, summary, label, caption";
  const BEFORE = 100;
  const LENGTH = 240;

  const SHORTEST_MARKED = 3;
  const MARKED_ON_NEXT_PAGE = "sphinx_highlight_terms";

  const fold = (/** @type {string} */ text) =>
    text.normalize("NFKD").replace(INVISIBLE, "").toLowerCase();

  const stem = (/** @type {string} */ word) =>
    stemmer.stemWord(word).replace(/v$/, "f").replace(/z$/, "s");

  /** The parts of a word with an apostrophe or a hyphen, and all of it in one piece. */
  function cut(/** @type {string} */ word) {
    const parts = word.replace(LAST_S, "").match(PART) ?? [];
    return { parts, whole: (word.match(PART) ?? []).join("") };
  }

  function known(/** @type {string} */ term) {
    const { terms, titleterms } = Search._index;
    return Object.hasOwn(terms, term) || Object.hasOwn(titleterms, term);
  }

  /** What to look for: a word in one piece if the book has it so, else its parts. */
  function wordsOf(/** @type {string} */ query) {
    const words = (fold(query).match(WORD) ?? []).flatMap((word) => {
      const { parts, whole } = cut(word);
      return parts.length > 1 && known(stem(whole)) ? [whole] : parts;
    });
    // Beside other words short ones tell little, and Sphinx would be content with them alone.
    const telling = words.filter((word) => word.length > 2 && !stopwords.includes(word));
    return telling.length ? telling : words;
  }

  Search._parseQuery = (/** @type {string} */ query) => {
    const words = wordsOf(query);
    // Sphinx looks terms up in plain objects, where "constructor" is always there.
    const terms = words.map(stem).filter((term) => !(term in Object.prototype));
    keepMarked(words);
    return [query, new Set(terms), new Set(), new Set(), new Set(words)];
  };

  /** Let the page that a reader opens next mark these words; Sphinx does so once. */
  function keepMarked(/** @type {Iterable<string>} */ words) {
    const marked = [...words].filter((word) => word.length >= SHORTEST_MARKED);
    marked.sort((one, other) => other.length - one.length);
    localStorage.setItem(MARKED_ON_NEXT_PAGE, marked.join(" "));
  }

  function alsoMarked(/** @type {Iterable<string>} */ words) {
    const already = (localStorage.getItem(MARKED_ON_NEXT_PAGE) ?? "").split(" ");
    keepMarked(new Set([...already, ...words]));
  }

  /** The text of a page, or of its part, with a space wherever a reader sees one. */
  function textOf(/** @type {string} */ html, /** @type {string} */ anchor) {
    const page = new DOMParser().parseFromString(html, "text/html");
    for (const element of page.querySelectorAll(NOT_READ)) element.remove();
    for (const block of page.querySelectorAll(BLOCKS)) block.append(" ");
    const part = anchor ? page.getElementById(anchor.slice(1)) : null;
    const read = [part ?? page.querySelector("article") ?? page.body];
    if (part?.matches("dt")) read.push(part.nextElementSibling);
    const text = read.map((element) => element?.textContent ?? "").join(" ");
    return text.replace(/\s+/g, " ").trim();
  }

  /** Where the terms stand in a text; in a longer word if nowhere by themselves. */
  function placesOf(/** @type {string} */ text, /** @type {Set<string>} */ terms) {
    const remembered = new Map();
    const stemsOf = (/** @type {string} */ word) => {
      if (!remembered.has(word)) {
        const { parts, whole } = cut(fold(word));
        remembered.set(word, [...parts, whole].map(stem));
      }
      return /** @type {string[]} */ (remembered.get(word));
    };
    const words = [...text.matchAll(SHOWN_WORD)];
    const exact = words.filter(([word]) => stemsOf(word).some((one) => terms.has(one)));
    if (exact.length) return exact;
    return words.filter(([word]) =>
      stemsOf(word).some((one) => [...terms].some((term) => one.includes(term))),
    );
  }

  Search.makeSearchSummary = (
    /** @type {string} */ html,
    /** @type {Set<string>} */ terms,
    /** @type {string} */ anchor,
  ) => {
    const text = textOf(html, anchor);
    const places = placesOf(text, terms);
    alsoMarked(places.map(([word]) => word.toLowerCase()));

    const first = places[0]?.index ?? 0;
    const start = first > BEFORE ? text.indexOf(" ", first - BEFORE) + 1 : 0;
    const far = start + LENGTH < text.length;
    const end = far ? text.lastIndexOf(" ", start + LENGTH) : text.length;

    const summary = document.createElement("p");
    summary.classList.add("context");
    let at = start;
    if (start > 0) summary.append("… ");
    for (const { 0: word, index } of places) {
      if (index < at || index + word.length > end) continue;
      const mark = document.createElement("span");
      mark.classList.add("highlighted");
      mark.textContent = word;
      summary.append(text.slice(at, index), mark);
      at = index + word.length;
    }
    summary.append(text.slice(at, end));
    if (far) summary.append(" …");
    return summary;
  };
})();
