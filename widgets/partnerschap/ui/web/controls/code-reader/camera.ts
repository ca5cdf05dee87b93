// A camera that looks for QR codes, a few times a second, until it is stopped.

import { createFrameReader, type DecoderLoader, type FrameReader } from "./qr-frames";

/** Between two looks, in ms: fast enough for who holds a phone still, slow enough for an old laptop. */
const PAUSE = 150;

const WANTED = {
  audio: false,
  video: { facingMode: { ideal: "environment" }, width: { ideal: 1280 }, height: { ideal: 720 } },
};

/** Why there is no picture: no https, no permission, no camera, or a camera that does not work. */
export type NoPicture = "insecure" | "refused" | "none" | "busy";

const REASONS: Record<string, NoPicture> = {
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotFoundError: "none",
  OverconstrainedError: "none",
};

interface CameraOptions {
  /** Where the picture is shown. */
  video: HTMLVideoElement;
  /** Called once for each code that is seen. */
  onCode: (text: string) => void;
  /** Called when the camera goes off, by whatever cause. */
  onStop: () => void;
  loadDecoder: DecoderLoader;
}

export class CodeCamera {
  /** Which start this is: what was begun in an earlier one finds out and ends. */
  private turn = 0;
  private running = false;

  constructor(private readonly options: CameraOptions) {}

  get isRunning(): boolean {
    return this.running;
  }

  /** @returns Null when it runs, or was stopped before it did. */
  async start(): Promise<NoPicture | null> {
    // Absent where the page is not secure, whatever the types say.
    const devices: MediaDevices | undefined = navigator.mediaDevices;
    if (!devices?.getUserMedia) return window.isSecureContext ? "none" : "insecure";
    const turn = ++this.turn;
    this.running = true;
    window.addEventListener("pagehide", this.stop);
    document.addEventListener("visibilitychange", this.stopHidden);
    try {
      const stream = await devices.getUserMedia(WANTED);
      if (turn !== this.turn) {
        release(stream);
        return null;
      }
      this.show(stream);
      const read = await createFrameReader(this.options.loadDecoder);
      await this.options.video.play();
      void this.look(read, turn);
      return null;
    } catch (error) {
      if (turn !== this.turn) return null;
      this.stop();
      return (error instanceof Error && REASONS[error.name]) || "busy";
    }
  }

  /** Bound, to be heard as an event too. */
  readonly stop = (): void => {
    const { video, onStop } = this.options;
    this.turn += 1;
    window.removeEventListener("pagehide", this.stop);
    document.removeEventListener("visibilitychange", this.stopHidden);
    if (video.srcObject instanceof MediaStream) release(video.srcObject);
    video.srcObject = null;
    if (!this.running) return;
    this.running = false;
    onStop();
  };

  private readonly stopHidden = () => {
    if (document.hidden) this.stop();
  };

  private show(stream: MediaStream): void {
    const { video } = this.options;
    const [track] = stream.getVideoTracks();
    track?.addEventListener("ended", this.stop);
    // Who sits before the camera of a laptop aims with a mirror.
    video.classList.toggle("ps-mirror", track?.getSettings().facingMode !== "environment");
    video.srcObject = stream;
  }

  private async look(read: FrameReader, turn: number): Promise<void> {
    const { video, onCode } = this.options;
    const seen = new Set<string>();
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      if (turn !== this.turn) return;
      if (!video.isConnected) return this.stop();
      for (const text of await read(video)) {
        if (turn !== this.turn || seen.has(text)) continue;
        seen.add(text);
        onCode(text);
      }
    }
  }
}

function release(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
