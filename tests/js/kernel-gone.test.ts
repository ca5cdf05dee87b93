// A kernel that ends, as ipywidgets tells it to a widget in JupyterLab.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { AnyModel } from "@anywidget/types";
import { Connection, Lost } from "../../widgets/partnerschap/ui/web/lib/connection";
import { question } from "./questions";

/** A model with the model of its layout, which says whether there is a kernel. */
function fakeModel(isLive?: boolean) {
  const listeners: (() => void)[] = [];
  const layout =
    isLive === undefined
      ? "IPY_MODEL_1" // as on the course's own server
      : { comm_live: isLive, on: (_: string, listener: () => void) => listeners.push(listener) };
  const sent: unknown[] = [];
  const model: Partial<AnyModel> = {
    get: (name: string) => (name === "layout" ? layout : undefined),
    on: () => {},
    send: (content: unknown) => void sent.push(content),
  };
  const tell = (live: boolean) => {
    if (typeof layout === "object") layout.comm_live = live;
    for (const listener of listeners) listener();
  };
  return { model: model as AnyModel, sent, tell };
}

test("who asks after the kernel ended hears soon that no answer comes, and nothing is sent", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { model, sent } = fakeModel(false);
  const connection = new Connection(model);
  const asked = assert.rejects(connection.ask(question("score_own")), Lost);
  t.mock.timers.tick(1000);
  await asked;
  assert.deepEqual(sent, []);
});

test("who waits for an answer when the kernel ends need not wait for half a minute", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { model, sent, tell } = fakeModel(true);
  const connection = new Connection(model);
  const asked = assert.rejects(connection.ask(question("score_own")), Lost);
  assert.equal(sent.length, 1);
  tell(false);
  t.mock.timers.tick(1000);
  await asked;
});

test("a kernel that comes back is asked once more", () => {
  const { model, sent, tell } = fakeModel(true);
  const connection = new Connection(model, 1);
  connection.ask(question("score_own")).catch(() => {});
  tell(false);
  tell(true);
  assert.equal(sent.length, 2);
});

test("where nothing is told of the kernel it is taken to be there", () => {
  assert.equal(new Connection(fakeModel().model).isLive, true);
});
