// Where a line ends up that is dragged through a list.

import assert from "node:assert/strict";
import { test } from "node:test";
import { placeAt } from "../../widgets/partnerschap/ui/web/exercises/kennischeck/order-drag";

test("a line goes after every other line whose middle it passed", () => {
  const others = [20, 100, 140]; // lines of different heights
  assert.deepEqual(
    [-50, 20, 21, 99, 101, 139, 500].map((height) => placeAt(others, height)),
    [0, 0, 1, 1, 2, 2, 3],
  );
});

test("a line without others has one place", () => {
  assert.equal(placeAt([], 10), 0);
});
