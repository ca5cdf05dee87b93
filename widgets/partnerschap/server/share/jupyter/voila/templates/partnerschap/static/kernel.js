// @ts-check
// The little of Jupyter's messaging protocol that a widget needs: comm messages over one socket.
// https://jupyter-client.readthedocs.io/en/stable/messaging.html

/** How long to wait before asking for a connection again, in ms. */
const PAUSE = 1000;

/**
 * @typedef {object} Message
 * @property {{msg_type: string}} header
 * @property {any} content
 * @property {DataView[]} buffers
 */

export class Kernel {
  /** @param {string} id */
  constructor(id) {
    this.session = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
    /** @type {Map<string, (content: any, buffers: DataView[]) => void>} */
    this.comms = new Map();
    this.url = new URL(`/api/kernels/${id}/channels?session_id=${this.session}`, document.baseURI);
    this.url.protocol = this.url.protocol.replace("http", "ws");
    this.connect();
  }

  /** Open the socket; again and again while the kernel lives, since phones drop connections. */
  connect() {
    this.open = new Promise((resolve) => {
      this.socket = new WebSocket(this.url);
      this.socket.binaryType = "arraybuffer";
      this.socket.onopen = () => resolve(undefined);
      this.socket.onmessage = ({ data }) => this.receive(read(data));
      this.socket.onclose = () => setTimeout(() => this.connect(), PAUSE);
    });
  }

  /** @param {Message} message */
  receive({ header, content, buffers }) {
    if (header.msg_type === "comm_msg") this.comms.get(content.comm_id)?.(content.data, buffers);
  }

  /**
   * @param {string} comm
   * @param {object} data
   * @param {ArrayBuffer[]} [buffers]
   */
  async send(comm, data, buffers = []) {
    await this.open;
    const message = {
      channel: "shell",
      header: {
        msg_id: `${this.session}-${performance.now()}`,
        msg_type: "comm_msg",
        session: this.session,
        username: "",
        date: new Date().toISOString(),
        version: "5.3",
      },
      parent_header: {},
      metadata: {},
      content: { comm_id: comm, data },
    };
    this.socket?.send(write(message, buffers));
  }
}

/**
 * A message with buffers: their number and where each part begins, then the parts.
 * @param {object} message
 * @param {ArrayBuffer[]} buffers
 */
function write(message, buffers) {
  const text = JSON.stringify(message);
  if (buffers.length === 0) return text;
  const parts = [new TextEncoder().encode(text), ...buffers.map((buffer) => new Uint8Array(buffer))];
  const start = 4 * (parts.length + 1);
  const whole = new Uint8Array(start + parts.reduce((sum, part) => sum + part.length, 0));
  const heading = new DataView(whole.buffer);
  heading.setUint32(0, parts.length);
  let offset = start;
  parts.forEach((part, index) => {
    heading.setUint32(4 * (index + 1), offset);
    whole.set(part, offset);
    offset += part.length;
  });
  return whole.buffer;
}

/**
 * @param {string | ArrayBuffer} data
 * @returns {Message}
 */
function read(data) {
  if (typeof data === "string") return { buffers: [], ...JSON.parse(data) };
  const view = new DataView(data);
  const offsets = Array.from({ length: view.getUint32(0) }, (_, index) => view.getUint32(4 * (index + 1)));
  const parts = offsets.map((from, index) => new DataView(data, from, (offsets[index + 1] ?? data.byteLength) - from));
  return { ...JSON.parse(new TextDecoder().decode(parts[0])), buffers: parts.slice(1) };
}
