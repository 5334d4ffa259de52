import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { kinds } from "../../course_builder/player/browser/questions/index.js";

const TABLE = JSON.parse(readFileSync(new URL("../marking.json", import.meta.url), "utf8"));

for (const { case: name, data, answer, mark } of TABLE) {
  test(name, () => assert.equal(kinds[data.kind].mark(data, answer), mark));
}

test("every kind is in the table", () => {
  assert.deepEqual(new Set(TABLE.map(({ data }) => data.kind)), new Set(Object.keys(kinds)));
});
