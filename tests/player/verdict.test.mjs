// The table of verdicts, also run in Python (tests/content/test_verdict.py).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { lessonStatus } from "../../course_builder/player/browser/channels/scorm12.js";
import { judge, raised } from "../../course_builder/player/browser/verdict.js";

const table = JSON.parse(readFileSync(new URL("../verdict.json", import.meta.url)));

for (const { name, rule, quizzes, read, portal_mastery, verdict, scorm12 } of table.judge) {
  test(`judge: ${name}`, () => {
    assert.deepEqual(judge(rule, quizzes, read, portal_mastery), verdict);
    assert.equal(lessonStatus(verdict), scorm12);
  });
}

for (const { name, before, now, raised: expected } of table.raised) {
  test(`raised: ${name}`, () => assert.deepEqual(raised(before, now), expected));
}
