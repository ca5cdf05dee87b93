// What the shell of every exercise says when it cannot work with the widget behind it.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import type { AnyModel } from "@anywidget/types";
import { Window } from "happy-dom";
import { createExercise } from "../../widgets/partnerschap/ui/web/lib/app";

declare const FRONT_END_VERSION: string;

beforeEach(() => {
  const window = new Window();
  Object.assign(globalThis, { window, document: window.document });
});

/** Show an exercise of one word with a widget of such a state; gives what a reader sees. */
function shown(state: object): HTMLElement {
  const messages = { "exercise.version": "versions differ", "exercise.kernel_ended": "ended" };
  const traits: Record<string, unknown> = {
    specification: { language: "nl", messages },
    version: FRONT_END_VERSION,
    asks: true,
    ...state,
  };
  const model: Partial<AnyModel> = { get: (name: string) => traits[name], on: () => {} };
  const el = document.createElement("div");
  createExercise(() => "content").render({ model: model as AnyModel, el });
  return el;
}

const alertOf = (el: HTMLElement) => el.querySelector("[role=alert]")?.textContent;

test("a widget of the same version is shown", () => {
  const el = shown({});
  assert.match(el.textContent, /content/);
  assert.equal(alertOf(el), undefined);
});

test("a widget of another version, or of before there were versions, gets one sentence", () => {
  for (const version of ["0.0.9+1", undefined]) {
    const el = shown({ version });
    assert.equal(alertOf(el), "versions differ");
    assert.doesNotMatch(el.textContent, /content/);
  }
});

test("a saved notebook without a kernel says so where one is needed, and shows what it has", () => {
  const layout = { comm_live: false, on: () => {} };
  const el = shown({ layout });
  assert.equal(alertOf(el), "ended");
  assert.match(el.textContent, /content/);
  assert.equal(alertOf(shown({ layout, asks: false })), undefined);
});
