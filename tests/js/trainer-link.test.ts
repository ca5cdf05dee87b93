// The trainer's token: made in the page, kept in this tab, and not left in the address.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import {
  forgetSecret,
  keepSecret,
  newSecret,
  recallSecret,
  secretIn,
  secretLink,
} from "../../widgets/partnerschap/ui/web/lib/trainer-link";
import { openBrowser } from "./browser";

const TOKEN = `${"t".repeat(42)}_`;
const OTHER = `${"o".repeat(42)}-`;

const noStorage = () =>
  Object.defineProperty(window, "sessionStorage", {
    get() {
      throw new DOMException("no", "SecurityError");
    },
  });

beforeEach(() => {
  openBrowser();
  window.history.replaceState({ kept: true }, "", "/voila/render/workshop.ipynb?a=1");
});

test("a token is 256 bits in the letters of an address, and no two are alike", () => {
  const tokens = new Set(Array.from({ length: 200 }, newSecret));
  assert.equal(tokens.size, 200);
  for (const token of tokens) {
    assert.match(token, /^[A-Za-z0-9_-]{43}$/);
    assert.equal(Buffer.from(token, "base64url").length, 32);
  }
});

for (const [text, found] of [
  [TOKEN, TOKEN],
  [`  ${TOKEN}\n`, TOKEN],
  [`https://cursus.example.nl/x?y=1#trainer=${TOKEN}`, TOKEN],
  [`#trainer=${TOKEN}`, TOKEN],
  ["", null],
  [TOKEN.slice(1), null],
  [`${TOKEN}t`, null],
  [`#trainer=${TOKEN}&more`, null],
  [`#other=${TOKEN}`, null],
] as const)
  test(`the token in ${JSON.stringify(text)}`, () => assert.equal(secretIn(text), found));

test("a link leads back to its token", () => {
  assert.equal(secretLink(TOKEN), `http://localhost/voila/render/workshop.ipynb#trainer=${TOKEN}`);
  assert.equal(secretIn(secretLink(TOKEN)), TOKEN);
});

test("a token that is kept leaves the address, and is there after a reload", () => {
  window.location.hash = `#trainer=${TOKEN}`;
  keepSecret({ token: TOKEN, session: 3 });
  assert.equal(window.location.href, "http://localhost/voila/render/workshop.ipynb?a=1");
  assert.deepEqual(recallSecret(), { token: TOKEN, session: 3 });
});

test("until the trainer says that the link is kept it stays in the address", () => {
  keepSecret({ token: TOKEN, fresh: true });
  assert.equal(window.location.hash, `#trainer=${TOKEN}`);
});

test("a tab that keeps nothing has the token in the address", () => {
  noStorage();
  keepSecret({ token: TOKEN });
  assert.deepEqual(recallSecret(), { token: TOKEN });
});

test("another link goes before what the tab kept, the same one does not", () => {
  keepSecret({ token: TOKEN, session: 3 });
  window.location.hash = `#trainer=${TOKEN}`;
  assert.deepEqual(recallSecret(), { token: TOKEN, session: 3 });
  window.location.hash = `#trainer=${OTHER}`;
  assert.deepEqual(recallSecret(), { token: OTHER });
});

test("what is forgotten is neither in the tab nor in the address", () => {
  keepSecret({ token: TOKEN, fresh: true });
  forgetSecret();
  assert.equal(recallSecret(), null);
  assert.equal(window.location.hash, "");
});

test("forgetting breaks nothing where nothing is kept", () => {
  noStorage();
  forgetSecret();
  assert.equal(recallSecret(), null);
});

for (const kept of ["{", "null", "7", '{"token": "short"}', "{}"])
  test(`what is no token in the tab is not read: ${kept}`, () => {
    window.sessionStorage.setItem("partnerschap:trainer", kept);
    assert.equal(recallSecret(), null);
  });
