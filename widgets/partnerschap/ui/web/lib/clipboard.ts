// Copying a text.

/**
 * Copy what an element says. On plain http, as on a laptop in a meeting room, a browser offers only
 * the old way; where that fails too the text stays selected, so that the reader needs one key more.
 *
 * @returns Whether it was copied.
 */
export async function copyText(written: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(written.textContent ?? "");
    return true;
  } catch {
    window.getSelection()?.selectAllChildren(written);
    return document.execCommand("copy");
  }
}
