// Shows the widget of an exercise as anywidget defines it (https://anywidget.dev/en/afm). The page
// holds its state, so it is shown before anybody is asked for anything.

import type { AnyModel, AnyWidget } from "@anywidget/types";
import { type Absence, PageSocket } from "./socket";

type Listener = (...values: never[]) => void;

/**
 * The model that a front end sees. Beside anywidget's events it tells `revived`, when there is a
 * connection again after one was lost: what was asked meanwhile must be asked once more.
 */
class Model {
  private readonly listeners = new Map<string, Set<Listener>>();
  socket?: PageSocket;

  constructor(private readonly state: Record<string, unknown>) {}

  get(name: string): unknown {
    return this.state[name];
  }

  on(event: string, listener: Listener): void {
    this.listeners.set(event, (this.listeners.get(event) ?? new Set()).add(listener));
  }

  off(event: string, listener: Listener): void {
    this.listeners.get(event)?.delete(listener);
  }

  tell(event: string, ...values: unknown[]): void {
    for (const listener of this.listeners.get(event) ?? []) listener(...(values as never[]));
  }

  send(content: object, _callbacks?: unknown, [file]: ArrayBuffer[] = []): void {
    this.socket?.send(content, file);
  }
}

const byId = (id: string) => document.getElementById(id) as HTMLElement;

/** Say in words why the server cannot be reached now, or no longer say so. */
function tellAbsence(absence: Absence | null): void {
  for (const kind of ["away", "full", "blocked"]) byId(kind).hidden = kind !== absence;
}

/** Ask for something small that this page has already. */
async function isServerThere(): Promise<boolean> {
  const icon = document.querySelector<HTMLLinkElement>("link[rel=icon]");
  try {
    return (await fetch(icon?.href ?? "", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

/**
 * Load the page again when the server shows another state than this page: its words or its program
 * have changed. What was filled in is kept in the browser. Once for each state: of two servers
 * behind one address, one may be newer.
 */
function renewFor(state: string): void {
  const key = "partnerschap:renewed-for";
  if (state === byId("state").dataset.digest || sessionStorage.getItem(key) === state) return;
  sessionStorage.setItem(key, state);
  window.location.reload();
}

function hold(work: () => void): void {
  try {
    work();
  } catch {
    // Storage is blocked: then the page stays what it is.
  }
}

async function start(): Promise<void> {
  const state = byId("state");
  const place = byId("exercise");
  const model = new Model(JSON.parse(state.textContent ?? ""));
  if (model.get("asks"))
    model.socket = new PageSocket(new URL(place.dataset.socket ?? "", document.baseURI), {
      onHello: (shown) => hold(() => renewFor(shown)),
      onRevived: () => model.tell("revived"),
      onMessage: (content, files) => model.tell("msg:custom", content, files),
      onAbsence: tellAbsence,
      isServerThere,
    });
  const module = new URL(state.dataset.module ?? "", document.baseURI).href;
  const { default: frontEnd } = (await import(module)) as { default: AnyWidget };
  const definition = typeof frontEnd === "function" ? await frontEnd() : frontEnd;
  const el = document.createElement("div");
  place.replaceChildren(el);
  await definition.render?.({ model: model as unknown as AnyModel, el } as never);
  window.dispatchEvent(new CustomEvent("partnerschap:shown"));
}

void start();
