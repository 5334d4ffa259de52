// An hour of a kit that nobody planned is that of its day.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pageData } from "../../course_builder/player/browser/hour/page_data.js";

const page = (hour) => JSON.stringify({ id: hour.id, hour, steps: [] });
const DECEMBER = new Date(2026, 11, 9, 23, 59);

test("a planned hour is the same whenever it is opened", () => {
  const made = pageData(page({ id: "kit-7", planned: true }), DECEMBER);
  assert.deepEqual([made.id, made.hour.id], ["kit-7", "kit-7"]);
});

test("one that nobody planned is another the next day", () => {
  const hour = { id: "kit-of-apt", planned: false };
  const [first, next] = [DECEMBER, new Date(2026, 11, 10, 0, 1)].map((now) => pageData(page(hour), now));
  assert.deepEqual([first.id, first.hour.id], ["kit-of-apt-2026-12-09", "kit-of-apt-2026-12-09"]);
  assert.equal(next.hour.id, "kit-of-apt-2026-12-10");
});
