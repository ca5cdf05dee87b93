// A kernel for the units that ask one: what it is sent is kept, and the test answers.

import type { AnyModel } from "@anywidget/types";

type Listener = (...given: never[]) => void;

export interface Sent {
  content: { kind: string; number: number; [field: string]: unknown };
  buffers: ArrayBuffer[];
}

export function createKernel() {
  const sent: Sent[] = [];
  const listeners: [string, Listener][] = [];
  const emit = (event: string, ...given: unknown[]) => {
    for (const [name, listener] of [...listeners])
      if (name === event) listener(...(given as never[]));
  };
  const model = {
    get: () => undefined,
    send: (content: Sent["content"], _: unknown, buffers: ArrayBuffer[] = []) =>
      void sent.push({ content, buffers }),
    on: (event: string, listener: Listener) => void listeners.push([event, listener]),
  };
  return {
    model: model as Partial<AnyModel> as AnyModel,
    sent,
    answer: (reply: object, buffers: DataView[] = []) => emit("msg:custom", reply, buffers),
    revive: () => emit("revived"),
  };
}
