// The shell of an exercise and its screens: where the reader is taken, and what is kept.

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import type { AnyModel } from "@anywidget/types";
import { act } from "preact/test-utils";
import { createExercise, useApp } from "../../widgets/partnerschap/ui/web/lib/app";
import { today } from "../../widgets/partnerschap/ui/web/lib/dates";
import { Screens, useProgress } from "../../widgets/partnerschap/ui/web/lib/screens";
import { openBrowser } from "./browser";

declare const FRONT_END_VERSION: string;

interface Memory {
  text: string;
}

function Start() {
  const { memory, keep, go, wipe, kept } = useProgress<Memory>();
  const { say } = useApp();
  return (
    <>
      <h2>Start</h2>
      <input value={memory.text} onInput={(event) => keep({ text: event.currentTarget.value })} />
      <p class="kept">{String(kept)}</p>
      <button type="button" name="next" onClick={() => go("next", { text: "taken along" })} />
      <button type="button" name="more" onClick={() => go("more")} />
      <button type="button" name="wipe" onClick={wipe} />
      <button type="button" name="break" onClick={() => go("broken")} />
      <button type="button" name="say" onClick={() => say("Toegevoegd")} />
    </>
  );
}

function Next() {
  const { memory } = useProgress<Memory>();
  return <h2>Next: {memory.text}</h2>;
}

/** More of what stands there already. */
function More() {
  const { go } = useProgress<Memory>();
  return (
    <>
      <h2>More</h2>
      <p data-new>What is new</p>
      <button type="button" name="start" onClick={() => go("start")} />
    </>
  );
}

function Broken(): never {
  throw new Error("broken");
}

const SCREENS = { start: Start, next: Next, more: More, broken: Broken };
const MESSAGES = { "exercise.wiped": "Alles is weg.", "exercise.broken": "Dit lukt niet." };

let place: HTMLElement;

async function open(exercise = "try"): Promise<() => void> {
  const specification = {
    exercise,
    language: "nl",
    messages: MESSAGES,
    sectors: [],
    content: {},
  };
  const traits: Record<string, unknown> = { specification, version: FRONT_END_VERSION };
  const model = { get: (name: string) => traits[name], on: () => {}, send: () => {} };
  place = document.createElement("div");
  document.body.append(place);
  const { render } = createExercise(
    () => <Screens empty={{ text: "" }} screens={SCREENS} last="next" />,
    "ps-try",
  );
  let close = () => {};
  await act(() => {
    close = render({ model: model as Partial<AnyModel> as AnyModel, el: place });
  });
  return close;
}

const find = (selector: string) => place.querySelector(selector);
const press = (name: string) =>
  act(() => place.querySelector<HTMLElement>(`button[name=${name}]`)?.click());

async function type(text: string): Promise<void> {
  const field = place.querySelector("input");
  assert.ok(field);
  field.value = text;
  await act(() => void field.dispatchEvent(new window.Event("input", { bubbles: true })));
}

beforeEach(() => {
  openBrowser();
  Object.assign(globalThis, { CustomEvent: window.CustomEvent });
});

test("the first screen is shown, and takes nobody's focus", async () => {
  await open();
  assert.equal(find("h2")?.textContent, "Start");
  assert.equal(find(".ps-exercise.ps-try")?.getAttribute("lang"), "nl");
  assert.equal(document.activeElement, document.body);
});

test("on another screen the reader is at its heading", async () => {
  await open();
  await press("next");
  assert.equal(find("h2")?.textContent, "Next: taken along");
  assert.equal(document.activeElement, find("h2"));
});

test("where something was added, the reader is at that and not at the heading", async () => {
  await open();
  await press("more");
  assert.equal(document.activeElement, find("[data-new]"));
  await press("start");
  assert.equal(document.activeElement, find("h2"));
});

test("what is typed is kept, and the field keeps the focus", async () => {
  await open();
  const field = place.querySelector("input");
  field?.focus();
  await type("Koffie");
  assert.equal(find(".kept")?.textContent, "true");
  assert.equal(document.activeElement, field);
});

test("a page that is loaded again is where the reader was", async () => {
  const close = await open();
  await press("next");
  close();
  await open();
  assert.equal(find("h2")?.textContent, "Next: taken along");
});

test("another exercise remembers something else", async () => {
  const close = await open();
  await press("next");
  close();
  await open("other");
  assert.equal(find("h2")?.textContent, "Start");
});

test("a screen that is not there any more leads to the first one", async () => {
  const kept = { version: 1, memory: { screen: "gone", text: "Koffie" } };
  window.localStorage.setItem("partnerschap:try", JSON.stringify(kept));
  await open();
  assert.equal(find("h2")?.textContent, "Start");
  assert.equal(place.querySelector("input")?.value, "Koffie");
});

test("wiping leaves nothing, and says so where the reader is", async () => {
  await open();
  await type("Koffie");
  await press("wipe");
  assert.equal(place.querySelector("input")?.value, "");
  assert.equal(document.activeElement?.textContent, "Alles is weg.");
  assert.equal(window.localStorage.getItem("partnerschap:try"), null);
});

test("going back shows the screen before, with what was filled in since", async () => {
  await open();
  await type("Koffie");
  const before = { ...window.history.state };
  await press("next");
  await act(
    () => void window.dispatchEvent(new window.PopStateEvent("popstate", { state: before })),
  );
  assert.equal(find("h2")?.textContent, "Start");
  assert.equal(place.querySelector("input")?.value, "taken along");
  assert.equal(document.activeElement, find("h2"));
});

test("what another page of this browser fills in is taken over, and the reader stays", async () => {
  await open();
  await press("next");
  const kept = { version: 1, memory: { screen: "start", text: "of the other page" } };
  window.localStorage.setItem("partnerschap:try", JSON.stringify(kept));
  const told = new window.StorageEvent("storage", { key: "partnerschap:try" });
  await act(() => void window.dispatchEvent(told));
  assert.equal(find("h2")?.textContent, "Next: of the other page");
});

test("the same text is told twice to who does not see the screen", async () => {
  await open();
  await press("say");
  const first = find("[role=status] span");
  assert.equal(first?.textContent, "Toegevoegd");
  await press("say");
  assert.equal(find("[role=status] span")?.textContent, "Toegevoegd");
  assert.notEqual(find("[role=status] span"), first);
});

test("a screen that cannot be shown is a sentence, and no empty page", async () => {
  const logged = mock.method(console, "error", () => {});
  await open();
  await press("break");
  assert.equal(find("[role=alert]")?.textContent, "Dit lukt niet.");
  assert.equal(logged.mock.callCount(), 1);
});

test("what is taken off the page is gone", async () => {
  const close = await open();
  close();
  assert.equal(place.innerHTML, "");
});

test("the last screen counts for the module in the address, and only then", async () => {
  const told = () => window.localStorage.getItem("partnerschap:done:waarom");
  const closeFirst = await open();
  await press("next");
  closeFirst();
  assert.equal(told(), null);
  window.history.replaceState(null, "", "?module=waarom");
  window.localStorage.removeItem("partnerschap:try");
  const close = await open();
  assert.equal(told(), null);
  await press("next");
  assert.deepEqual(JSON.parse(told() ?? ""), { version: 1, memory: { exercise: today() } });
  close();
});

test("in a page of the book that page is told", async () => {
  const heard: unknown[] = [];
  const parent = { postMessage: (message: unknown) => heard.push(message) };
  Object.defineProperty(window, "parent", { value: parent });
  window.history.replaceState(null, "", "?module=waarom");
  await open();
  await press("next");
  assert.deepEqual(heard, [{ type: "partnerschap:done", what: "exercise", module: "waarom" }]);
  assert.equal(window.localStorage.getItem("partnerschap:done:waarom"), null);
});
