// One person's answers as a code, made without the server: the same text as `report/answer_code` writes.

import type { InstrumentChoice, ScoreOwn } from "../protocol";

const PREFIX = "PMO1";
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUP = 5;
const ROLES: readonly ScoreOwn["role"][] = ["parent", "professional", "management", "municipality"];
const VALUES = [null, 1, 2, 3, 4, 5, "dont_know", "not_applicable"];

interface Coded {
  instrument: Pick<InstrumentChoice, "items" | "fingerprint">;
  role: ScoreOwn["role"];
  /** Of the fill-in: at least 0 and less than 2 ** 40. */
  number: number;
  answers: ScoreOwn["answers"];
}

export function answerCode({ instrument, role, number, answers }: Coded): string {
  const print = instrument.fingerprint.match(/../g) ?? [];
  const data = [
    ...print.map((byte) => Number.parseInt(byte, 16)),
    ROLES.indexOf(role),
    ...bytesOf(number.toString(2).padStart(40, "0")),
    ...bytesOf(instrument.items.map((id) => bitsOf(answers[id] ?? null)).join("")),
  ];
  const checksum = crc32([...PREFIX].map((one) => one.charCodeAt(0)).concat(data));
  const body = base32([...data, ...bytesOf(checksum.toString(2).padStart(32, "0"))]);
  return [PREFIX, ...(body.match(new RegExp(`.{1,${GROUP}}`, "g")) ?? [])].join("-");
}

const bitsOf = (answer: ScoreOwn["answers"][string] | null) =>
  VALUES.indexOf(answer).toString(2).padStart(3, "0");

/** Bits as numbers of so many bits each, with zeros up to a whole one. */
const numbersOf = (bits: string, size: number): number[] =>
  (bits.match(new RegExp(`.{1,${size}}`, "g")) ?? []).map((one) =>
    Number.parseInt(one.padEnd(size, "0"), 2),
  );

const bytesOf = (bits: string) => numbersOf(bits, 8);

/** In the alphabet of Crockford. */
const base32 = (bytes: readonly number[]) =>
  numbersOf(bytes.map((byte) => byte.toString(2).padStart(8, "0")).join(""), 5)
    .map((number) => ALPHABET[number])
    .join("");

/** As zlib counts it. */
function crc32(bytes: readonly number[]): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
