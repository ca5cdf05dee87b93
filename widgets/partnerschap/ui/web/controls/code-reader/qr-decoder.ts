// A decoder of QR codes for browsers without one: a module of its own, loaded when it is needed.

export { decodeQR } from "qr/decode.js";
