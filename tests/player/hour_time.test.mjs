import assert from "node:assert/strict";
import { test } from "node:test";
import { onClock, onDay, written } from "../../course_builder/player/browser/hour/time.js";

test("a clock is that of Sweden, wherever the computer thinks it is", () => {
  const zone = process.env.TZ;
  try {
    for (const elsewhere of ["UTC", "Asia/Tokyo", "America/Los_Angeles"]) {
      process.env.TZ = elsewhere;
      const [winter, summer] = [Date.UTC(2026, 11, 10, 23, 5), Date.UTC(2026, 5, 10, 7, 5)];
      assert.deepEqual([onClock(winter), onClock(summer)], ["00:05", "09:05"]);
      assert.deepEqual([written(summer, "sv"), written(summer, "en")], ["09.05", "09:05"]);
      assert.deepEqual([onDay(winter, "sv"), onDay(winter, "en")], ["11 december", "December 11"]);
    }
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});
