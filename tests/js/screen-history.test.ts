// Screens as entries in the browser's history.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { followScreens, type Place } from "../../widgets/partnerschap/ui/web/lib/screen-history";
import { openBrowser } from "./browser";

const START = { screen: "start" };
const ITEM = { screen: "item", at: 1 };

beforeEach(() => void openBrowser());

function follow(name: string, current: Place = START) {
  const backTo: Place[] = [];
  const history = followScreens(name, {
    first: START,
    current,
    onBack: (place) => backTo.push(place),
  });
  return { ...history, backTo };
}

/** As when the browser goes to an entry: happy-dom has no session history to walk. */
function arriveAt(state: unknown): void {
  window.history.replaceState(state, "");
  window.dispatchEvent(new window.PopStateEvent("popstate", { state }));
}

test("at the first screen there is one entry", () => {
  const before = window.history.length;
  follow("scan");
  assert.equal(window.history.length, before);
});

test("who opens on a later screen can go back to the first one", () => {
  const before = window.history.length;
  const { backTo } = follow("scan", ITEM);
  assert.equal(window.history.length, before + 1);
  arriveAt({ partnerschap: { scan: START } });
  assert.deepEqual(backTo, [START]);
});

test("a reload makes no entries", () => {
  follow("scan", ITEM).stop();
  const before = window.history.length;
  follow("scan", ITEM);
  assert.equal(window.history.length, before);
});

test("each next place is an entry, the same place twice is one", () => {
  const { push } = follow("scan");
  const before = window.history.length;
  push(ITEM);
  push({ ...ITEM });
  push({ ...ITEM, at: 2 });
  assert.equal(window.history.length, before + 2);
});

test("replacing leaves the number of entries as it is", () => {
  const { push, replace, backTo } = follow("scan");
  push(ITEM);
  const before = window.history.length;
  replace(START);
  assert.equal(window.history.length, before);
  assert.deepEqual(window.history.state, { partnerschap: { scan: START } });
  assert.deepEqual(backTo, []);
});

test("what stands after the hash leads to the place that is open, and is in no entry below it", () => {
  const { history } = window;
  history.replaceState(null, "", "/voila/render/workshop.ipynb?a=1#trainer=secret");
  const written: unknown[] = [];
  const replaceState = history.replaceState.bind(history);
  history.replaceState = (state, unused, address) => {
    written.push(address);
    replaceState(state, unused, address);
  };
  follow("scan", ITEM);
  assert.deepEqual(written, ["/voila/render/workshop.ipynb?a=1"]);
  assert.equal(window.location.hash, "#trainer=secret");
});

test("what others keep in an entry stays, that of another exercise too", () => {
  window.history.replaceState({ jupyter: 1, partnerschap: { visie: ITEM } }, "");
  follow("scan").push(ITEM);
  assert.deepEqual(window.history.state, {
    jupyter: 1,
    partnerschap: { visie: ITEM, scan: ITEM },
  });
});

test("an entry that knows no place of the exercise, and any entry after stopping, is let pass", () => {
  const { stop, backTo } = follow("scan");
  arriveAt(null);
  arriveAt({ partnerschap: { visie: ITEM } });
  stop();
  arriveAt({ partnerschap: { scan: ITEM } });
  assert.deepEqual(backTo, []);
});
