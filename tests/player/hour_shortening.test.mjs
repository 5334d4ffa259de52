import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { shorten } from "../../course_builder/player/browser/hour/shorten.js";

const TABLE = JSON.parse(readFileSync(new URL("../shortening.json", import.meta.url), "utf8"));

for (const { name, steps, minutes, cuts, still_over: stillOver } of TABLE) {
  test(name, () => assert.deepEqual(shorten(steps, minutes), { cuts, stillOver }));
}
