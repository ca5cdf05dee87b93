// The page's socket, which opens itself again: phones drop connections, servers start again.

import { readFrame, writeFrame } from "./frames";
import { pause, untilLookedAt } from "./pause";

/** What the server closes a socket with for which it has no room; see server/page_socket.py. */
const FULL = 4001;
/** How long to wait before trying again where there was no room, in ms. */
const WHEN_FULL = 10_000;

/** What the server says. */
type Told =
  | { method: "hello"; state: string }
  | { method: "revived" }
  | { method: "custom"; content: unknown };

export type Absence = "away" | "full" | "blocked";

/** After so long without a first connection the page looks whether the server is there at all, in ms. */
const BLOCKED_AFTER = 7000;

interface Hearer {
  /** The server is there, with the widget of a state. */
  onHello: (state: string) => void;
  /** What was asked may be lost, and is to be asked again. */
  onRevived: () => void;
  onMessage: (content: unknown, files: DataView[]) => void;
  /** The server is not there, or has no room; null when it is there again. */
  onAbsence: (absence: Absence | null) => void;
  /** Whether the server answers an ordinary request. */
  isServerThere: () => Promise<boolean>;
}

export class PageSocket {
  private socket?: WebSocket;
  /** What was asked before the first connection. */
  private unsent: (string | Uint8Array<ArrayBuffer>)[] = [];
  private isReady = false;
  private wasReady = false;
  /** Whether the server answers while no socket gets through: a network can let only pages pass. */
  private isBlocked = false;

  constructor(
    private readonly url: URL,
    private readonly hearer: Hearer,
  ) {
    url.protocol = url.protocol.replace("http", "ws");
    void this.connect();
    setTimeout(() => void this.lookAround(), BLOCKED_AFTER);
  }

  send(content: object, file?: ArrayBuffer): void {
    const frame = writeFrame(content, file);
    if (this.isReady) this.socket?.send(frame);
    else if (!this.wasReady) this.unsent.push(frame); // later, it is asked again
  }

  private async connect(): Promise<never> {
    for (let tries = 0; ; tries++) {
      const { code } = await this.stay();
      if (this.isReady) tries = 0;
      this.isReady = false;
      const isFull = code === FULL;
      const absence = isFull ? "full" : this.isBlocked ? "blocked" : "away";
      if (tries > 0 || isFull) this.hearer.onAbsence(absence);
      await pause(tries, isFull ? WHEN_FULL : 0);
      await untilLookedAt();
    }
  }

  private async lookAround(): Promise<void> {
    if (this.wasReady) return;
    this.isBlocked = await this.hearer.isServerThere();
    if (!this.wasReady) this.hearer.onAbsence(this.isBlocked ? "blocked" : "away");
  }

  /** Stay connected as long as that goes. */
  private stay(): Promise<CloseEvent> {
    return new Promise((closed) => {
      const socket = new WebSocket(this.url);
      socket.binaryType = "arraybuffer";
      socket.onclose = closed;
      socket.onmessage = ({ data }) => {
        const { content, files } = readFrame(data);
        this.receive(content as Told, files);
      };
      this.socket = socket;
    });
  }

  private receive(told: Told, files: DataView[]): void {
    if (told.method === "custom") this.hearer.onMessage(told.content, files);
    else if (told.method === "revived") this.hearer.onRevived();
    else this.welcome(told.state);
  }

  private welcome(state: string): void {
    this.hearer.onAbsence(null);
    this.hearer.onHello(state);
    this.isReady = true;
    this.isBlocked = false;
    for (const frame of this.unsent.splice(0)) this.socket?.send(frame);
    if (this.wasReady) this.hearer.onRevived();
    this.wasReady = true;
  }
}
