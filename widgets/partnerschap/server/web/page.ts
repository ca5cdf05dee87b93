// The page around an exercise: tells the book how high it is, follows its light or dark, and says
// so when the exercise does not appear.

/** How long an exercise may take to appear before the page offers to try again, in ms. */
const PATIENCE = 45_000;

const framed = window.parent !== window;
const root = document.documentElement;
root.classList.toggle("framed", framed);
root.classList.add("scripted");

const tellBook = (message: { type: string; [key: string]: unknown }) => {
  if (framed) window.parent.postMessage(message, window.location.origin);
};

const follow = (theme: string) => {
  root.dataset.theme = theme === "dark" ? "dark" : "light";
};

if (framed) {
  window.addEventListener("message", (event) => {
    if (event.origin !== window.location.origin || event.source !== window.parent) return;
    if (event.data?.type === "partnerschap:theme") follow(event.data.theme);
  });
} else {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  follow(dark.matches ? "dark" : "light");
  dark.addEventListener("change", () => follow(dark.matches ? "dark" : "light"));
}

window.addEventListener("partnerschap:scroll", (event) => {
  event.preventDefault(); // the widget need not do it
  if (framed) tellBook({ type: "partnerschap:scroll" });
  else window.scrollTo({ top: 0 });
});

const giveUp = (waiting: HTMLElement) => {
  const text = document.createElement("p");
  text.textContent = waiting.dataset.failed ?? "";
  const button = document.createElement("button");
  button.className = "ps-button ps-main";
  button.textContent = waiting.dataset.retry ?? "";
  button.addEventListener("click", () => window.location.reload());
  waiting.replaceChildren(text, button);
  waiting.setAttribute("role", "alert");
};

/**
 * Lead who came from a page of the course back to this exercise in that page: the module that the
 * address asks for, or the page where the exercise was opened.
 */
const leadBack = () => {
  const query = new URLSearchParams(window.location.search);
  const page = query.get("module") ?? query.get("from") ?? "";
  const [, exercise] = /([\w-]+)\.ipynb$/.exec(window.location.pathname) ?? [];
  const link = document.querySelector<HTMLAnchorElement>(".page-header a[data-back]");
  if (!link || !exercise || !/^[a-z][a-z-]*$/.test(page)) return;
  link.href = `/${page}.html#oefening-${exercise}`;
  link.textContent = link.dataset.back ?? "";
};

const begin = () => {
  leadBack();
  tellBook({ type: "partnerschap:ready" });
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    tellBook({ type: "partnerschap:height", height });
  }).observe(document.body);

  const waiting = document.getElementById("waiting");
  if (!waiting) return;
  const patience = setTimeout(() => giveUp(waiting), PATIENCE);
  window.addEventListener("partnerschap:shown", () => {
    clearTimeout(patience);
    waiting.hidden = true;
  });
};

// The page of an exercise says so when there is something to show, before all of it is there.
window.addEventListener("partnerschap:begin", begin, { once: true });
document.addEventListener("DOMContentLoaded", () =>
  window.dispatchEvent(new CustomEvent("partnerschap:begin")),
);
