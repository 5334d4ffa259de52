import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { drawn } from "../../course_builder/player/browser/answer/draw.js";

const table = JSON.parse(readFileSync(new URL("../draw.json", import.meta.url)));

for (const [number, row] of table.entries()) {
  test(`drawn ${number}: seed ${row.seed}, ${row.draw ?? "all"} of ${row.keys.length}`, () => {
    const questions = row.keys.map((key) => ({ key }));
    const made = drawn({ questions, draw: row.draw, shuffle: row.shuffle }, row.seed, ({ key }) => row.answered.includes(key));
    assert.deepEqual(made.map(({ key }) => key), row.drawn);
  });
}
