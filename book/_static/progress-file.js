// @ts-check
/** Takes a reader's progress along in a file, puts it back and wipes it. Every word stands in the page. */
(() => {
  const LARGEST_FILE = 1_000_000; // characters; a full file has about half

  /** @param {HTMLElement} overview */
  function connect(overview) {
    const progress = /** @type {any} */ (window).partnerschapProgress;
    const part = (/** @type {string} */ name) =>
      /** @type {HTMLElement} */ (overview.querySelector(`[${name}]`));
    const chosen = /** @type {HTMLInputElement} */ (part("data-restore-file"));
    const status = part("role=status");
    const say = (/** @type {string} */ what) => {
      status.textContent = status.dataset[what] ?? "";
    };

    part("data-save").addEventListener("click", () => {
      const file = new Blob([progress.text()], { type: "application/json" });
      const link = document.createElement("a");
      link.href = URL.createObjectURL(file);
      link.download = `${part("data-save").dataset.file}-${progress.today()}.json`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      say("saved");
    });

    part("data-restore").addEventListener("click", () => chosen.click());
    chosen.addEventListener("change", async () => {
      const [file] = chosen.files ?? [];
      chosen.value = ""; // so that the same file can be chosen again
      if (!file) return;
      const text = file.size <= LARGEST_FILE ? await file.text().catch(() => "") : "";
      if (progress.parse(text) === null) return say("refused");
      if (!progress.isEmpty() && !confirm(part("data-restore").dataset.confirm)) return;
      progress.restore(text);
      say("restored");
    });

    part("data-wipe").addEventListener("click", () => {
      if (!confirm(part("data-wipe").dataset.confirm)) return;
      progress.wipe();
      say("wiped");
    });
  }

  const start = () => {
    for (const overview of document.querySelectorAll("[data-progress]")) {
      connect(/** @type {HTMLElement} */ (overview));
    }
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
