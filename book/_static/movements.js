// @ts-check
/**
 * Shows one of the five movements of a module at a time. The address says which (its hash), so that
 * back, a bookmark, a search result and a link to any heading lead to the right one. Without this
 * script, on paper and at `?alles` a module is one long page. Every word stands in the page.
 */
(() => {
  const WHOLE = "alles";
  const root = document.documentElement;

  /**
   * @template {Element} E
   * @param {string} selector
   * @param {ParentNode} [inside]
   * @returns {E[]}
   */
  const all = (selector, inside = document) => [
    .../** @type {NodeListOf<E>} */ (inside.querySelectorAll(selector)),
  ];

  /**
   * What an address of this page leads to; anybody can make an address that leads nowhere.
   * @param {string} hash
   */
  function aimOf(hash) {
    try {
      return document.getElementById(decodeURIComponent(hash.slice(1)));
    } catch {
      return null;
    }
  }

  /** @param {Element | null} element */
  const movementOf = (element) =>
    /** @type {HTMLElement | null} */ (element?.closest(".movement") ?? null);

  /** A module whose movements are shown one by one. */
  class Module {
    /** @param {HTMLElement[]} movements */
    constructor(movements) {
      this.movements = movements;
      this.open = movements[0];
      this.hash = location.hash;
      /** How far a reader was, by address. @type {Map<string, number>} */
      this.scrolled = new Map();
      this.turn = /** @type {HTMLElement} */ (document.querySelector(".movement-turn"));
      this.said = /** @type {HTMLElement} */ (this.turn.querySelector("[role=status]"));
      this.links = /** @type {HTMLAnchorElement[]} */ (all(".movements a"));
    }

    /**
     * Show a movement, and what leads from it to the others.
     * @param {HTMLElement} movement
     */
    show(movement) {
      const at = this.movements.indexOf(movement);
      this.open = movement;
      for (const other of this.movements) {
        // What is hidden in this way is still found by the browser's own search.
        if (other === movement) other.removeAttribute("hidden");
        else other.setAttribute("hidden", "until-found");
      }
      root.toggleAttribute("data-underway", at > 0);
      this.links.forEach((link, index) => {
        if (index === at) link.setAttribute("aria-current", "step");
        else link.removeAttribute("aria-current");
        link.toggleAttribute("data-passed", index < at);
      });
      this.lead("back", this.movements[at - 1]);
      this.lead("next", this.movements[at + 1]);
      this.way("out").hidden = at < this.movements.length - 1;
      this.turn.style.setProperty("--share", String((at + 1) / this.movements.length));
      const said = this.links[at].dataset.said ?? "";
      if (this.said.textContent !== said) this.said.textContent = said;
    }

    /** @param {"back" | "next" | "out"} name */
    way(name) {
      return /** @type {HTMLAnchorElement} */ (this.turn.querySelector(`[data-turn=${name}]`));
    }

    /** @param {"back" | "next"} name @param {HTMLElement | undefined} movement */
    lead(name, movement) {
      const link = this.way(name);
      link.hidden = !movement;
      if (movement) link.href = `#${movement.id}`;
    }

    /** Take who uses a keyboard or a screen reader to the beginning of the movement. */
    focus() {
      const heading = this.open.querySelector("h2");
      if (!heading) return;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }

    /**
     * Show what a link leads to before the browser goes there; then it scrolls by itself.
     * @param {MouseEvent} event
     */
    click(event) {
      const { target, ctrlKey, metaKey, shiftKey, altKey } = event;
      const link = target instanceof Element ? target.closest("a") : null;
      if (!link?.hash || ctrlKey || metaKey || shiftKey || altKey) return;
      if (link.pathname !== location.pathname || link.search !== location.search) return;
      const aim = aimOf(link.hash);
      const movement = movementOf(aim);
      if (!movement) return;
      const { hash } = link; // what this link leads to changes with what is shown
      event.preventDefault();
      unfold(aim);
      this.leave(hash);
      this.show(movement);
      this.remember();
      location.hash = hash;
      if (aim === movement) this.focus();
    }

    /** Remember how far a reader was in what is left for another address. @param {string} hash */
    leave(hash) {
      if (hash !== this.hash) this.scrolled.set(this.hash, window.scrollY);
      this.hash = hash;
    }

    /** Follow the address: back, forward, or typed by hand. */
    follow() {
      const { hash } = location;
      if (hash === this.hash) return; // two events tell of one change
      const aim = aimOf(hash);
      const movement = hash ? movementOf(aim) : this.movements[0];
      if (!movement) return;
      this.leave(hash);
      unfold(aim);
      this.show(movement);
      const top = this.scrolled.get(hash);
      // The browser could not scroll while this was hidden, and takes the focus away when it tries.
      requestAnimationFrame(() => {
        this.focus();
        if (top === undefined) (aim ?? movement).scrollIntoView();
        else window.scrollTo(0, top);
      });
    }

    /** Remember where a reader is, for who comes back later. */
    remember() {
      const { page = "" } = this.turn.dataset;
      /** @type {any} */ (window).partnerschapProgress.keepPlace(page, this.open.id);
    }

    /** Open where the address says, or at the first word that a reader looked for. */
    begin() {
      const aim = aimOf(location.hash);
      this.show(movementOf(aim) ?? this.open);
      root.dataset.movements = "shown";
      this.turn.hidden = false;
      if (aim) {
        unfold(aim);
        stayAt(aim, this.open);
        return;
      }
      const marks = new MutationObserver(() => {
        const found = document.querySelector(".movement .highlighted");
        const movement = movementOf(found);
        if (!found || !movement) return;
        marks.disconnect();
        if (location.hash || movement === this.open) return;
        this.show(movement);
        found.scrollIntoView({ block: "center" });
      });
      marks.observe(document.body, { childList: true, subtree: true });
    }

    connect() {
      document.addEventListener("click", (event) => this.click(event));
      window.addEventListener("popstate", () => this.follow());
      window.addEventListener("hashchange", () => this.follow());
      for (const movement of this.movements) {
        // A word found by the browser's own search; or an address, which `follow` hears of as well.
        movement.addEventListener("beforematch", () => this.show(movement));
      }
    }
  }

  /** Open what is folded around an element. @param {Element | null} element */
  function unfold(element) {
    const folded = element?.closest("details") ?? element?.querySelector(":scope > details");
    if (folded) /** @type {HTMLDetailsElement} */ (folded).open = true;
  }

  /**
   * Keep a place in sight while an exercise above it still grows, until a reader does something.
   * @param {Element} aim
   * @param {Element} around
   */
  function stayAt(aim, around) {
    aim.scrollIntoView();
    if (aim === around) return; // nothing above it grows
    const growth = new ResizeObserver(() => aim.scrollIntoView());
    growth.observe(around);
    for (const name of ["wheel", "touchstart", "pointerdown", "keydown", "focusin", "blur"]) {
      window.addEventListener(name, () => growth.disconnect(), { once: true, passive: true });
    }
  }

  /** Fold the sources, but not on paper. */
  function fold() {
    const folded = /** @type {HTMLDetailsElement[]} */ (all("details.sources"));
    for (const details of folded) details.open = false;
    /** @type {HTMLDetailsElement[]} */
    let closed = [];
    window.addEventListener("beforeprint", () => {
      closed = folded.filter((details) => !details.open);
      for (const details of closed) details.open = true;
    });
    window.addEventListener("afterprint", () => {
      for (const details of closed) details.open = false;
    });
  }

  /**
   * Keep the way to the next movement at hand, but not over an exercise or the end of the module: there
   * it waits below.
   */
  function makeRoom(/** @type {HTMLElement} */ turn) {
    const beneath = new Set();
    const strip = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (isIntersecting) beneath.add(target);
          else beneath.delete(target);
        }
        turn.toggleAttribute("data-resting", beneath.size > 0);
      },
      { rootMargin: "-80% 0px 0px 0px" },
    );
    for (const part of all("figure.exercise, .module-end")) strip.observe(part);
  }

  function start() {
    fold();
    const movements = /** @type {HTMLElement[]} */ (all(".movement"));
    if (movements.length === 0 || !("movements" in root.dataset)) return;
    const module = new Module(movements);
    module.connect();
    module.begin();
    makeRoom(module.turn);
  }

  // At once, so that a reader does not see the whole page first.
  if (new URLSearchParams(location.search).has(WHOLE)) root.dataset.whole = "";
  else root.dataset.movements = "waiting";
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
