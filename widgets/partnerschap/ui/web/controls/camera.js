// @ts-check
// A camera that looks for QR codes, a few times a second, until it is stopped.

import { frameReader } from "./qr-frames.js";

/** Between two looks, in ms: fast enough for who holds a phone still, slow enough for an old laptop. */
const PAUSE = 150;

const WANTED = {
  audio: false,
  video: { facingMode: { ideal: "environment" }, width: { ideal: 1280 }, height: { ideal: 720 } },
};

/**
 * Why there is no picture: no https, no permission, no camera, or a camera that does not work.
 * @typedef {"insecure" | "refused" | "none" | "busy"} Reason
 */

/** @type {Record<string, Reason>} */
const REASONS = {
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotFoundError: "none",
  OverconstrainedError: "none",
};

export class CodeCamera {
  /**
   * @param {HTMLVideoElement} video Where the picture is shown.
   * @param {(text: string) => void} onCode Called once for each code that is seen.
   * @param {() => void} onStop Called when the camera goes off, by whatever cause.
   * @param {import("./qr-frames.js").DecoderLoader} loadDecoder
   */
  constructor(video, onCode, onStop, loadDecoder) {
    this.loadDecoder = loadDecoder;
    this.video = video;
    this.onCode = onCode;
    this.onStop = onStop;
    /** Which start this is: what was begun in an earlier one finds out and ends. */
    this.turn = 0;
    this.running = false;
    this.stop = this.stop.bind(this);
    this.stopHidden = () => {
      if (document.hidden) this.stop();
    };
  }

  /**
   * @returns {Promise<Reason | null>} Nothing when it runs, or was stopped before it did.
   */
  async start() {
    const { mediaDevices } = navigator;
    if (!mediaDevices?.getUserMedia) return window.isSecureContext ? "none" : "insecure";
    const turn = ++this.turn;
    this.running = true;
    window.addEventListener("pagehide", this.stop);
    document.addEventListener("visibilitychange", this.stopHidden);
    try {
      const stream = await mediaDevices.getUserMedia(WANTED);
      if (turn !== this.turn) {
        release(stream);
        return null;
      }
      this.show(stream);
      const read = await frameReader(this.loadDecoder);
      await this.video.play();
      void this.look(read, turn);
      return null;
    } catch (error) {
      if (turn !== this.turn) return null;
      this.stop();
      return REASONS[/** @type {Error} */ (error).name] ?? "busy";
    }
  }

  /** @param {MediaStream} stream */
  show(stream) {
    const [track] = stream.getVideoTracks();
    track.addEventListener("ended", this.stop);
    // Who sits before the camera of a laptop aims with a mirror.
    this.video.classList.toggle("ps-mirror", track.getSettings().facingMode !== "environment");
    this.video.srcObject = stream;
  }

  /**
   * @param {(video: HTMLVideoElement) => Promise<string[]>} read
   * @param {number} turn
   */
  async look(read, turn) {
    /** @type {Set<string>} */
    const seen = new Set();
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      if (turn !== this.turn) return;
      if (!this.video.isConnected) return this.stop();
      for (const text of await read(this.video)) {
        if (turn !== this.turn || seen.has(text)) continue;
        seen.add(text);
        this.onCode(text);
      }
    }
  }

  stop() {
    this.turn += 1;
    window.removeEventListener("pagehide", this.stop);
    document.removeEventListener("visibilitychange", this.stopHidden);
    if (this.video.srcObject) release(/** @type {MediaStream} */ (this.video.srcObject));
    this.video.srcObject = null;
    if (!this.running) return;
    this.running = false;
    this.onStop();
  }
}

/** @param {MediaStream} stream */
function release(stream) {
  for (const track of stream.getTracks()) track.stop();
}
