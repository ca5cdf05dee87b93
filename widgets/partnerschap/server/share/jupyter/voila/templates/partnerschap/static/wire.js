// @ts-check
// Jupyter's messages as they go over a socket.

/**
 * @typedef {object} Message
 * @property {{msg_type: string}} header
 * @property {any} content
 * @property {DataView[]} buffers
 */

/**
 * A message with buffers: their number and where each part begins, then the parts.
 * @param {object} message
 * @param {ArrayBuffer[]} buffers
 */
export function write(message, buffers) {
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
export function read(data) {
  if (typeof data === "string") return { buffers: [], ...JSON.parse(data) };
  const view = new DataView(data);
  const offsets = Array.from({ length: view.getUint32(0) }, (_, index) => view.getUint32(4 * (index + 1)));
  const parts = offsets.map((from, index) => new DataView(data, from, (offsets[index + 1] ?? data.byteLength) - from));
  return { ...JSON.parse(new TextDecoder().decode(parts[0])), buffers: parts.slice(1) };
}
