// Pitfalls 21-23 of packages.md: one model, two vocabularies, run through the same table of verdicts.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { dialect as d12 } from "../../course_builder/player/browser/channels/scorm12.js";
import { dialect as d2004 } from "../../course_builder/player/browser/channels/scorm2004.js";
import { timestamp } from "../../course_builder/player/browser/channels/interaction2004.js";
import number from "../../course_builder/player/browser/questions/number.js";

const { judge } = JSON.parse(readFileSync(new URL("../verdict.json", import.meta.url)));

function report(dialect, verdict, before = {}) {
  const held = new Map(Object.entries(before));
  const written = {};
  dialect.report(verdict, 0.5, (element) => held.get(element) ?? "", (element, value) => {
    held.set(element, String(value));
    written[element] = String(value);
  });
  return written;
}

const scores = (score, names) => (score === null ? {} : names((score / 100).toFixed(2), (score / 10000).toFixed(4)));

for (const { name, verdict, scorm12 } of judge) {
  test(`SCORM 1.2: ${name}`, () => {
    const raw = scores(verdict.score, (text) => ({ "cmi.core.score.min": "0", "cmi.core.score.max": "100", "cmi.core.score.raw": text }));
    assert.deepEqual(report(d12, verdict), { ...raw, "cmi.core.lesson_status": scorm12 });
  });
  test(`SCORM 2004: ${name}`, () => {
    const raw = scores(verdict.score, (text, scaled) => ({ "cmi.score.min": "0", "cmi.score.max": "100", "cmi.score.raw": text, "cmi.score.scaled": scaled }));
    const success = verdict.success === "unknown" ? {} : { "cmi.success_status": verdict.success };
    assert.deepEqual(report(d2004, verdict), { ...raw, "cmi.progress_measure": "0.50", "cmi.completion_status": verdict.completion, ...success });
  });
}

test("a status is never written that is lower than the portal's", () => {
  const words = ["not attempted", "incomplete", "failed", "completed", "passed"];
  const verdicts = {
    incomplete: { completion: "incomplete", success: "unknown", score: null },
    failed: { completion: "incomplete", success: "failed", score: null },
    completed: { completion: "completed", success: "unknown", score: null },
    passed: { completion: "completed", success: "passed", score: null },
  };
  for (const [place, held] of words.entries()) {
    for (const [word, verdict] of Object.entries(verdicts)) {
      const expected = words.indexOf(word) > place ? { "cmi.core.lesson_status": word } : {};
      assert.deepEqual(report(d12, verdict, { "cmi.core.lesson_status": held }), expected, `${held} -> ${word}`);
    }
  }
});

test("a portal's mastery score is read, and nonsense is not", () => {
  const read = (dialect, text) => dialect.mastery(() => text);
  assert.deepEqual(["80", "0", "100", "62.5", "", "abc", "180", "-1", "80%"].map((text) => read(d12, text)), [0.8, 0, 1, 0.625, null, null, null, null, null]);
  assert.deepEqual(["0.8", "1", "-0.5", "", "x"].map((text) => read(d2004, text)), [0.8, 1, 0, null, null]);
});

const SPAN = /^\d{2,4}:[0-5]\d:[0-5]\d\.\d\d$/;
const INTERVAL = /^PT(\d+H)?(\d{1,2}M)?\d{1,2}(\.\d{1,2})?S$/;

test("durations: nothing, a rounded minute, days, and a thousand others", () => {
  assert.deepEqual([0, 59.996, 61.5, 3600, 90061.239].map(d12.duration), ["00:00:00.00", "00:01:00.00", "00:01:01.50", "01:00:00.00", "25:01:01.24"]);
  assert.deepEqual([0, 59.996, 61.5, 3600, 90061.239].map(d2004.duration), ["PT0S", "PT1M0S", "PT1M1.5S", "PT1H0S", "PT25H1M1.24S"]);
  assert.equal(d12.duration(1e9), "9999:59:59.99");
  for (let seconds = 0, last = -1; seconds < 200000; seconds = seconds * 1.01 + 0.037) {
    const [hours, minutes, rest] = d12.duration(seconds).split(":").map(Number);
    const total = hours * 3600 + minutes * 60 + rest;
    assert.match(d12.duration(seconds), SPAN);
    assert.match(d2004.duration(seconds), INTERVAL);
    assert.ok(Math.abs(total - seconds) < 0.006 && total >= last);
    last = total;
  }
});

test("a point in time has two decimals and a Z", () => {
  assert.equal(timestamp(new Date(Date.UTC(2026, 10, 21, 9, 5, 7, 89))), "2026-11-21T09:05:07.08Z");
});

const report12 = (more) => Object.fromEntries(d12.interaction({ mark: 1, points: 1, seconds: 3, at: new Date(2026, 1, 1, 8, 5, 9), ids: [], ...more }) ?? []);
const report2004 = (more) => Object.fromEntries(d2004.interaction({ ask: "Fråga?", language: "sv", mark: 1, points: 1, seconds: 3, at: new Date(0), ids: [], ...more }));

test("answers in both dialects", () => {
  const options = Array.from({ length: 36 }, (_, place) => `id-${place}`);
  const rows = [
    ["true-false", { response: ["false"], pattern: ["true"] }, ["f", "t"], ["false", "true"]],
    ["choice", { response: ["id-35", "id-0"], pattern: ["id-1"], ids: options }, ["9,a", "b"], ["id_35[,]id_0", "id_1"]],
    ["fill-in", { response: ["nu", "då"], pattern: ["nu", "sen"] }, ["nu, då", "nu, sen"], ["nu[,]då", "nu[,]sen"]],
    ["numeric", { response: ["41.5"], pattern: ["41", "43"] }, ["41.5", "42"], ["41.5", "41[:]43"]],
    ["matching", { response: [["b", "a"]], pattern: [["a", "a"], ["b", "b"]], ids: ["a", "b"] }, ["b.a", "a.a,b.b"], ["b[.]a", "a[.]a[,]b[.]b"]],
    ["sequencing", { response: ["y", "x"], pattern: ["x", "y"], ids: ["x", "y"] }, ["b,a", "a,b"], ["y[,]x", "x[,]y"]],
    ["likert", { response: ["4"], pattern: [] }, ["4", undefined], ["4", undefined]],
  ];
  for (const [type, told, [said12, right12], [said2004, right2004]] of rows) {
    const made12 = report12({ type, ...told });
    const made2004 = report2004({ type, ...told });
    assert.deepEqual([made12.student_response, made12["correct_responses.0.pattern"]], [said12, right12], type);
    assert.deepEqual([made2004.learner_response, made2004["correct_responses.0.pattern"]], [said2004, right2004], type);
  }
});

test("what SCORM 1.2 has no type for is not sent", () => {
  assert.equal(d12.interaction({ type: "long-fill-in" }), null);
  assert.equal(d12.interaction({ type: "other" }), null);
});

test("a written answer may be right in several ways", () => {
  const told = { type: "fill-in", response: ["2020"], pattern: ["1 januari 2020", "2020"] };
  assert.equal(report12(told)["correct_responses.1.pattern"], "2020");
  assert.equal(report2004(told)["correct_responses.1.pattern"], "2020");
});

test("a question on several lines, and more gaps than SCORM 2004 counts", () => {
  const told = report2004({ type: "fill-in", ask: "Rad ett\nrad två", response: Array(12).fill("x"), pattern: Array(12).fill("x") });
  assert.equal(told.description, "{lang=sv}Rad ett rad två");
  assert.equal(told.learner_response.split("[,]").length, 10);
});

test("no line break in an answer: Moodle (scorm_13.js) first tries every one against /^.*$/", () => {
  const told = report2004({ type: "long-fill-in", response: ["Rad ett\n\nrad två"], pattern: [] });
  assert.equal(told.learner_response, "Rad ett rad två");
});

test("no half sign at a cut: Moodle's encodeURIComponent (CollectData) throws at one, and at every later commit", () => {
  const told = { type: "fill-in", response: [`${"x".repeat(249)}😀`], pattern: [`${"x".repeat(254)}😀`], ask: `${"x".repeat(239)}😀` };
  const values = [...Object.values(report12(told)), ...Object.values(report2004(told))];
  assert.equal(report2004(told).learner_response, "x".repeat(249));
  values.forEach((value) => assert.doesNotThrow(() => encodeURIComponent(value)));
});

test("what separates two texts is not taken for one: ADL's InteractionValidator and Moodle split at [,]", () => {
  assert.equal(report2004({ type: "fill-in", response: ["a[,]b", "c"], pattern: ["a", "c"] }).learner_response, "a,b[,]c");
});

test("numbers as Moodle's CMIDecimal takes them: no exponent, no dust", () => {
  const told = (right, within, answer) => number.interaction({ right, within }, answer);
  assert.deepEqual(told(0.3, 0.1, "0,0000001"), { type: "numeric", response: ["0.0000001"], pattern: ["0.2", "0.4"] });
  assert.deepEqual(told(100, 0, "-20"), { type: "numeric", response: ["-20"], pattern: ["100", "100"] });
  assert.equal(report12(told(0.7, 0.1, "1"))["correct_responses.0.pattern"], "0.7");
});

test("results in each version's words, limits kept", () => {
  const type = "fill-in";
  const long = { type, response: ["ö".repeat(400)], pattern: ["a"] };
  assert.deepEqual([1, 0, null, 1 / 3].map((mark) => report12({ ...long, mark }).result), ["correct", "wrong", "neutral", "0.33"]);
  assert.deepEqual([1, 0, null, 1 / 3].map((mark) => report2004({ ...long, mark }).result), ["correct", "incorrect", "neutral", "0.33"]);
  assert.equal(report12(long).student_response.length, 255);
  assert.equal(report2004(long).learner_response.length, 250);
  assert.ok(report2004({ ...long, ask: "ö".repeat(400) }).description.length <= 250);
  assert.deepEqual([report12(long).time, report12(long).latency, report12(long).weighting], ["08:05:09", "00:00:03.00", "1.00"]);
});
