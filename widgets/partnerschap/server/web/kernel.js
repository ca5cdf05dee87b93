// @ts-check
// The little of Jupyter's messaging protocol that a widget needs: comm messages over one socket,
// which opens itself again. https://jupyter-client.readthedocs.io/en/stable/messaging.html

import { pause } from "./pause.js";
import { PROTOCOL, read, write } from "./wire.js";

/** How long a kernel may say nothing after a message before the server is asked about it, in ms. */
const SILENCE = 4000;
/** How long to wait before a kernel is greeted again, in ms. */
const PAUSE = 300;
/** What a kernel, or the server in its place, says last. */
const LAST_STATES = ["dead", "restarting"];

export class Kernel {
  /**
   * @param {string} id
   * @param {object} heard
   * @param {() => void} heard.gone The kernel is no more, though the server is there. Told once.
   * @param {() => void} heard.again The socket opened again; what was under way may be lost.
   * @param {() => void} heard.heard The kernel is there. Told once.
   */
  constructor(id, heard) {
    this.id = id;
    this.heard = heard;
    this.gone = false;
    /** Whether the kernel is heard over the socket that is open now. */
    this.isHeard = false;
    /** How often it was heard over a new socket. */
    this.times = 0;
    this.session = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
    /** @type {Map<string, (content: any, buffers: DataView[]) => void>} */
    this.comms = new Map();
    /** @type {ArrayBuffer[]} */
    this.unsent = [];
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.doubt = undefined;
    this.url = new URL(`/api/kernels/${id}/channels?session_id=${this.session}`, document.baseURI);
    this.url.protocol = this.url.protocol.replace("http", "ws");
    void this.connect();
  }

  /** Keep a socket open while the kernel lives: phones drop connections, servers start again. */
  async connect() {
    let openings = 0;
    for (let tries = 0; !this.gone; tries++) {
      const before = openings;
      await new Promise((closed) => {
        this.socket = new WebSocket(this.url, PROTOCOL);
        this.socket.binaryType = "arraybuffer";
        this.socket.onmessage = ({ data }) => this.receive(read(data));
        this.socket.onclose = closed;
        this.socket.onopen = () => {
          openings++;
          void this.greet();
        };
      });
      this.isHeard = false;
      if (openings > before) tries = 0;
      if (this.gone) return;
      await pause(tries);
      await this.check();
    }
  }

  get isOpen() {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  /** Ask the kernel about itself until it is heard: what comes before that may be lost. */
  async greet() {
    const { socket } = this;
    while (this.isOpen && this.socket === socket && !this.isHeard) {
      this.pass(write(this.header("kernel_info_request"), {}, []));
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }

  /** The kernel is heard: send what waited. */
  hear() {
    this.isHeard = true;
    this.send();
    if (this.times++) this.heard.again();
    else this.heard.heard();
  }

  /** Ask the server whether the kernel is still there. */
  async check() {
    try {
      const { status } = await fetch(`/api/kernels/${this.id}`, { cache: "no-store" });
      if (status === 404) this.leave();
    } catch {
      // The server does not answer; that says nothing of the kernel.
    }
  }

  /** Have no more to do with this kernel, and say so. */
  leave() {
    if (this.gone) return;
    this.close();
    this.heard.gone();
  }

  /** Have no more to do with this kernel. */
  close() {
    this.gone = true;
    clearTimeout(this.doubt);
    this.socket?.close();
  }

  /** @param {import("./wire.js").Message} message */
  receive({ channel, header, content, buffers }) {
    clearTimeout(this.doubt);
    if (channel === "iopub" && !this.isHeard) this.hear();
    if (header.msg_type === "comm_msg") this.comms.get(content.comm_id)?.(content.data, buffers);
    const ended =
      header.msg_type === "shutdown_reply" || LAST_STATES.includes(content.execution_state);
    if (ended) this.leave();
  }

  /**
   * @param {string} comm
   * @param {object} data
   * @param {ArrayBuffer[]} [buffers]
   */
  tell(comm, data, buffers = []) {
    this.unsent.push(write(this.header("comm_msg"), { comm_id: comm, data }, buffers));
    this.send();
  }

  /** @param {string} type */
  header(type) {
    return {
      msg_id: `${this.session}-${performance.now()}`,
      msg_type: type,
      session: this.session,
      username: "",
      date: new Date().toISOString(),
      version: "5.3",
    };
  }

  /** Send what waits for the kernel. */
  send() {
    while (this.isOpen && this.isHeard && this.unsent.length) {
      this.pass(/** @type {ArrayBuffer} */ (this.unsent.shift()));
    }
  }

  /** @param {ArrayBuffer} written */
  pass(written) {
    this.socket?.send(written);
    clearTimeout(this.doubt);
    this.doubt = setTimeout(() => this.check(), SILENCE); // a kernel says at once that it is busy
  }
}
