// Frames between the page and the server, as server/frames.py has them: text is JSON; bytes are the
// length of the JSON (four, big-endian), the JSON, and a file.

const SIZE = 4;

export function writeFrame(content: object, file?: ArrayBuffer): string | Uint8Array<ArrayBuffer> {
  const text = JSON.stringify(content);
  if (!file) return text;
  const packed = new TextEncoder().encode(text);
  const whole = new Uint8Array(SIZE + packed.length + file.byteLength);
  new DataView(whole.buffer).setUint32(0, packed.length);
  whole.set(packed, SIZE);
  whole.set(new Uint8Array(file), SIZE + packed.length);
  return whole;
}

export function readFrame(data: string | ArrayBuffer): { content: unknown; files: DataView[] } {
  if (typeof data === "string") return { content: JSON.parse(data), files: [] };
  const end = SIZE + new DataView(data).getUint32(0);
  const text = new TextDecoder().decode(new Uint8Array(data, SIZE, end - SIZE));
  return { content: JSON.parse(text), files: [new DataView(data, end)] };
}
