// @ts-check
// Jupyter's messages as they go over a socket: its protocol v1, the only one of which Voila reads
// what holds bytes. First the number of offsets and each of them, where a part begins and the last
// one ends; then the parts: channel, header, parent header, metadata, content, and any buffers.

/**
 * @typedef {object} Message
 * @property {string} channel
 * @property {{msg_type: string}} header
 * @property {any} content
 * @property {DataView[]} buffers
 */

export const PROTOCOL = "v1.kernel.websocket.jupyter.org";

const SIZE = 8; // bytes of a number
const CHANNEL = "shell";
const [HEADER, CONTENT, BUFFERS] = [1, 4, 5];

/**
 * @param {object} header
 * @param {object} content
 * @param {ArrayBuffer[]} buffers
 * @returns {ArrayBuffer}
 */
export function write(header, content, buffers) {
  const encoder = new TextEncoder();
  const parts = [
    encoder.encode(CHANNEL),
    ...[header, {}, {}, content].map((part) => encoder.encode(JSON.stringify(part))),
    ...buffers.map((buffer) => new Uint8Array(buffer)),
  ];
  let offset = SIZE * (parts.length + 2);
  const whole = new Uint8Array(offset + parts.reduce((sum, part) => sum + part.length, 0));
  const numbers = new DataView(whole.buffer);
  const number = (/** @type {number} */ place, /** @type {number} */ value) =>
    numbers.setBigUint64(SIZE * place, BigInt(value), true);
  number(0, parts.length + 1);
  parts.forEach((part, index) => {
    number(index + 1, offset);
    whole.set(part, offset);
    offset += part.length;
  });
  number(parts.length + 1, offset);
  return whole.buffer;
}

/**
 * @param {ArrayBuffer} data
 * @returns {Message}
 */
export function read(data) {
  const view = new DataView(data);
  const number = (/** @type {number} */ place) => Number(view.getBigUint64(SIZE * place, true));
  const parts = Array.from({ length: number(0) - 1 }, (_, index) => {
    const from = number(index + 1);
    return new DataView(data, from, number(index + 2) - from);
  });
  const text = (/** @type {number} */ part) => new TextDecoder().decode(parts[part]);
  const parsed = (/** @type {number} */ part) => JSON.parse(text(part));
  return {
    channel: text(0),
    header: parsed(HEADER),
    content: parsed(CONTENT),
    buffers: parts.slice(BUFFERS),
  };
}
