// Two exercises in one window, as in JupyterLab: each minds its own screens.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { AnyModel } from "@anywidget/types";
import { Window } from "happy-dom";
import { act } from "preact/test-utils";
import { createExercise } from "../../widgets/partnerschap/ui/web/lib/app";
import { Screens, useProgress } from "../../widgets/partnerschap/ui/web/lib/screens";

declare const FRONT_END_VERSION: string;

const window = new Window({ url: "https://example.org/" });
Object.assign(globalThis, { window, document: window.document, CustomEvent: window.CustomEvent });

function First() {
  const { go } = useProgress();
  return (
    <>
      <h2>first</h2>
      <button type="button" onClick={() => go("second")}>
        on
      </button>
    </>
  );
}

function show(exercise: string, el: HTMLElement): void {
  const specification = { exercise, language: "nl", messages: {}, sectors: [], content: {} };
  const traits: Record<string, unknown> = { specification, version: FRONT_END_VERSION };
  const model = { get: (name: string) => traits[name], on: () => {}, send: () => {} };
  document.body.append(el);
  const screens = { first: First, second: () => <h2>second</h2> };
  const { render } = createExercise(() => <Screens empty={{}} screens={screens} />);
  render({ model: model as Partial<AnyModel> as AnyModel, el });
}

test("going back in one exercise leaves the reader there", async () => {
  const [one, other] = [document.createElement("div"), document.createElement("div")];
  await act(() => {
    show("one", one);
    show("other", other);
  });
  const before = { ...window.history.state };
  await act(() => one.querySelector("button")?.click());
  assert.equal(one.querySelector("h2")?.textContent, "second");
  await act(() => {
    window.dispatchEvent(new window.PopStateEvent("popstate", { state: before }));
  });
  assert.equal(one.querySelector("h2")?.textContent, "first");
  assert.ok(document.activeElement === one.querySelector("h2")); // not `equal`, which would print all of both
  assert.equal(other.querySelector("h2")?.getAttribute("tabindex"), null);
});
