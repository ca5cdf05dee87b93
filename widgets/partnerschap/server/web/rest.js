// @ts-check
// When a page can do without its kernel: a phone that lies on the table should cost the server
// nothing. The kernel keeps nothing that the page does not send along.

/** How long nothing may happen before the page can do without, in ms. */
const REST = 60_000;
/** What shows that somebody is there, and may soon need the kernel. */
const TOUCHES = ["pointerdown", "pointermove", "keydown", "wheel", "scroll", "focusin"];

export class Rest {
  /**
   * @param {object} tells
   * @param {() => boolean} tells.rest Nothing happened for a while; gives whether the page rests now.
   * @param {() => void} tells.wake Something happens again.
   */
  constructor({ rest, wake }) {
    this.rest = rest;
    this.wake = wake;
    this.resting = false;
    this.since = performance.now();
    for (const touch of TOUCHES) {
      window.addEventListener(touch, () => this.stir(), { capture: true, passive: true });
    }
    this.look(REST);
  }

  /** Something happens: a touch, or a message. */
  stir() {
    this.since = performance.now();
    if (!this.resting) return;
    this.resting = false;
    this.wake();
    this.look(REST);
  }

  /** @param {number} after In ms. */
  look(after) {
    setTimeout(() => {
      const quiet = performance.now() - this.since;
      this.resting = quiet >= REST && this.rest();
      if (!this.resting) this.look(quiet < REST ? REST - quiet : REST);
    }, after);
  }
}
