// @ts-check
/**
 * What is around the text: the menu and the search field as dialogs, light and dark, and the ticks of
 * modules that are done. Without it both buttons are links, and the menu stands below the text.
 */
(() => {
  const root = document.documentElement;
  const wide = window.matchMedia("(min-width: 64rem)");
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const MODES = ["auto", "light", "dark"];

  /** @template {HTMLElement} E @param {string} selector @returns {E | null} */
  const one = (selector) => /** @type {E | null} */ (document.querySelector(selector));

  /** @param {string} name @param {string} value */
  function keep(name, value) {
    try {
      localStorage.setItem(name, value);
    } catch {
      // This browser keeps nothing: it is so until the page is left.
    }
  }

  /** @param {HTMLDialogElement} dialog */
  function openDialog(dialog) {
    if (!dialog.open) dialog.showModal(); // which gives focus back to what opened it
  }

  function beginDialogs() {
    for (const dialog of document.querySelectorAll("dialog")) {
      dialog.querySelector("[data-closes]")?.addEventListener("click", () => dialog.close());
      dialog.addEventListener("click", ({ target }) => {
        if (target === dialog) dialog.close(); // beside it
      });
    }
    const search = /** @type {HTMLDialogElement | null} */ (one("#search-dialog"));
    if (!search) return;
    one("[data-opens=search-dialog]")?.addEventListener("click", (event) => {
      event.preventDefault();
      openDialog(search);
    });
    document.addEventListener("keydown", (event) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      openDialog(search);
    });
  }

  /** On a narrow screen the menu is a dialog; on a wide one the button hides or shows it. */
  function beginMenu() {
    const button = one("[data-opens-menu]");
    const menu = one("#menu");
    const place = menu?.parentElement;
    const dialog = /** @type {HTMLDialogElement | null} */ (one("#menu-dialog"));
    if (!button || !menu || !place || !dialog) return;
    button.setAttribute("role", "button");

    const showState = () => {
      const isShown = wide.matches ? !root.classList.contains("menu-hidden") : dialog.open;
      button.setAttribute("aria-expanded", String(isShown));
    };
    const press = () => {
      if (wide.matches) root.classList.toggle("menu-hidden");
      else {
        dialog.append(menu);
        openDialog(dialog);
        menu.querySelector("[aria-current]")?.scrollIntoView({ block: "center" });
      }
      showState();
    };
    button.addEventListener("click", (event) => {
      event.preventDefault();
      press();
    });
    button.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault(); // as a button does, and a link does not
      press();
    });
    dialog.addEventListener("close", () => {
      place.append(menu);
      showState();
    });
    wide.addEventListener("change", () => {
      dialog.close();
      showState();
    });
    showState();
  }

  function beginTheme() {
    const button = one("[data-theme-button]");
    const show = () => {
      const mode = root.dataset.mode ?? "auto";
      const theme = mode === "auto" ? (dark.matches ? "dark" : "light") : mode;
      if (root.dataset.theme !== theme) root.dataset.theme = theme;
      const words = button?.dataset[mode] ?? "";
      button?.setAttribute("aria-label", words);
      button?.setAttribute("title", words);
    };
    button?.addEventListener("click", () => {
      root.dataset.mode = MODES[(MODES.indexOf(root.dataset.mode ?? "auto") + 1) % MODES.length];
      keep("mode", root.dataset.mode);
      show();
    });
    dark.addEventListener("change", show);
    show();
  }

  function beginContents() {
    const contents = /** @type {HTMLDetailsElement | null} */ (one(".page-toc"));
    const beside = window.matchMedia("(min-width: 80rem)");
    const fold = () => {
      if (contents) contents.open = beside.matches;
    };
    beside.addEventListener("change", fold);
    fold();
  }

  /** What is wider than the screen is moved by arrow keys, once a reader can come to it. */
  function beginTables() {
    const fit = new ResizeObserver((seen) => {
      for (const { target } of seen) {
        if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
        else target.removeAttribute("tabindex");
      }
    });
    for (const table of document.querySelectorAll(".pst-scrollable-table-container")) {
      fit.observe(table);
    }
  }

  function beginTicks() {
    const progress = /** @type {any} */ (window).partnerschapProgress;
    const show = () => {
      const { modules } = progress.load();
      for (const entry of document.querySelectorAll("[data-menu-module]")) {
        const module = /** @type {HTMLElement} */ (entry).dataset.menuModule ?? "";
        const done = /** @type {HTMLElement | null} */ (entry.querySelector(".menu-done"));
        if (done) done.hidden = !modules[module]?.read;
      }
    };
    window.addEventListener(progress.CHANGED, show);
    show();
  }

  /** Sphinx's own script marks the words that a reader looked for; most readers did not. */
  async function markFound() {
    try {
      if (!localStorage.getItem("sphinx_highlight_terms")) return;
    } catch {
      return; // nothing is kept, so nothing was looked for
    }
    if (one("#search-results")) return;
    const folder = `${root.dataset.content_root}_static/`;
    for (const name of ["documentation_options", "doctools", "translations", "sphinx_highlight"]) {
      const script = document.createElement("script");
      script.src = `${folder}${name}.js`;
      script.async = false; // in this order
      document.head.append(script);
    }
  }

  function start() {
    beginDialogs();
    beginMenu();
    beginTheme();
    beginContents();
    beginTables();
    beginTicks();
    markFound();
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
