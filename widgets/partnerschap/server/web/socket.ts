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

export type Absence = "away" | "full";

interface Hearer {
  /** The server is there, with the widget of a state. */
  onHello: (state: string) => void;
  /** What was asked may be lost, and is to be asked again. */
  onRevived: () => void;
  onMessage: (content: unknown, files: DataView[]) => void;
  /** The server is not there, or has no room; null when it is there again. */
  onAbsence: (absence: Absence | null) => void;
}

export class PageSocket {
  private socket?: WebSocket;
  /** What was asked before the first connection. */
  private unsent: (string | Uint8Array<ArrayBuffer>)[] = [];
  private isReady = false;
  private wasReady = false;

  constructor(
    private readonly url: URL,
    private readonly hearer: Hearer,
  ) {
    url.protocol = url.protocol.replace("http", "ws");
    void this.connect();
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
      if (tries > 0 || isFull) this.hearer.onAbsence(isFull ? "full" : "away");
      await pause(tries, isFull ? WHEN_FULL : 0);
      await untilLookedAt();
    }
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
    for (const frame of this.unsent.splice(0)) this.socket?.send(frame);
    if (this.wasReady) this.hearer.onRevived();
    this.wasReady = true;
  }
}
