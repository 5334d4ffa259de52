import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, mixed, newSeed } from "../../course_builder/player/browser/answer/draw.js";

const questions = Array.from({ length: 12 }, (_, place) => ({ key: `k${String.fromCharCode(97 + place)}x` }));
const seeds = Array.from({ length: 3000 }, (_, place) => place.toString(36).padStart(3, "0"));
const none = () => false;
const keys = (list) => list.map(({ key }) => key);

test("the same seed gives the same attempt", () => {
  for (const seed of seeds.slice(0, 100)) {
    assert.deepEqual(drawn({ questions, draw: 8, shuffle: true }, seed, none), drawn({ questions, draw: 8, shuffle: true }, seed, none));
  }
});

test("without shuffling the author's order is kept", () => {
  for (const seed of seeds.slice(0, 100)) {
    const asked = keys(drawn({ questions, draw: 5, shuffle: false }, seed, none));
    assert.deepEqual(asked, keys(questions).filter((key) => asked.includes(key)));
    assert.equal(asked.length, 5);
  }
});

test("every question is drawn about as often, and stands in every place", () => {
  const count = new Map(keys(questions).map((key) => [key, 0]));
  const first = new Map(count);
  for (const seed of seeds) {
    const asked = keys(drawn({ questions, draw: 6, shuffle: true }, seed, none));
    for (const key of asked) count.set(key, count.get(key) + 1);
    first.set(asked[0], first.get(asked[0]) + 1);
  }
  for (const times of count.values()) assert.ok(Math.abs(times / seeds.length - 6 / 12) < 0.05, `${times}`);
  for (const times of first.values()) assert.ok(Math.abs(times / seeds.length - 1 / 12) < 0.03, `${times}`);
});

test("a question that is added or removed moves no other", () => {
  for (const seed of seeds.slice(0, 200)) {
    const before = keys(mixed(questions, seed));
    const fewer = keys(mixed(questions.slice(1), seed));
    assert.deepEqual(fewer, before.filter((key) => key !== questions[0].key));
  }
});

test("what is answered stays in the attempt when the questions change", () => {
  const more = [{ key: "new" }, { key: "two" }, ...questions];
  for (const seed of seeds.slice(0, 500)) {
    const answered = drawn({ questions, draw: 4, shuffle: true }, seed, none).slice(0, 3);
    const asked = drawn({ questions: more, draw: 4, shuffle: true }, seed, (one) => answered.includes(one));
    assert.equal(asked.length, 4);
    for (const one of answered) assert.ok(asked.includes(one));
  }
});

test("no draw asks them all, a draw too large too", () => {
  assert.equal(drawn({ questions, draw: null, shuffle: true }, "abc", none).length, 12);
  assert.equal(drawn({ questions, draw: 40, shuffle: true }, "abc", none).length, 12);
});

test("a seed is three signs that a portal keeps", () => {
  for (let turn = 0; turn < 500; turn += 1) assert.match(newSeed(), /^[a-z0-9]{3}$/);
});
