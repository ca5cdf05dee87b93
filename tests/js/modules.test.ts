// Code that is fetched over the widget's own comm.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Connection } from "../../widgets/partnerschap/ui/web/lib/connection";
import { loadModule } from "../../widgets/partnerschap/ui/web/lib/modules";
import { createKernel } from "./kernel";

const bytes = (text: string) => new DataView(new TextEncoder().encode(text).buffer);

/** Node imports no `blob:` address, so it is given one that holds the code itself. */
function takeBlobs(): { revoked: string[] } {
  const revoked: string[] = [];
  class ReadableBlob {
    readonly address: string;
    constructor([code]: [DataView], { type }: { type: string }) {
      this.address = `data:${type},${encodeURIComponent(new TextDecoder().decode(code))}`;
    }
  }
  Object.assign(globalThis, { Blob: ReadableBlob });
  Object.assign(URL, {
    createObjectURL: ({ address }: ReadableBlob) => address,
    revokeObjectURL: (url: string) => void revoked.push(url),
  });
  return { revoked };
}

test("a module that the kernel sends is loaded, and leaves no address behind", async () => {
  const { revoked } = takeBlobs();
  const { model, sent, answer } = createKernel();
  const loading = loadModule<{ twice: (n: number) => number }>(new Connection(model), "qr-decoder");
  assert.deepEqual(sent[0]?.content, { kind: "module", name: "qr-decoder", number: 1 });
  answer({ kind: "module", number: 1 }, [bytes("export const twice = (n) => 2 * n;")]);
  assert.equal((await loading).twice(21), 42);
  assert.equal(revoked.length, 1);
});

test("code that is broken is told, and leaves no address behind", async () => {
  const { revoked } = takeBlobs();
  const { model, answer } = createKernel();
  const loading = loadModule(new Connection(model), "qr-decoder");
  answer({ kind: "module", number: 1 }, [bytes("export const = ;")]);
  await assert.rejects(loading, SyntaxError);
  assert.equal(revoked.length, 1);
});

test("a kernel that has no such module is told by name", async () => {
  const { model, answer } = createKernel();
  const loading = loadModule(new Connection(model), "qr-decoder");
  answer({ kind: "fault", number: 1 });
  await assert.rejects(loading, /qr-decoder/);
});
