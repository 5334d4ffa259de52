import assert from "node:assert/strict";
import { test } from "node:test";
import { decode, encode, fresh } from "../../course_builder/player/browser/state.js";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const PACKED = LETTERS + ".~";

// A small seeded generator: the same thousand states in every run.
function dice(seed) {
  const next = () => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32);
  const upTo = (most) => Math.floor(next() * (most + 1));
  const word = (letters, length) => Array.from({ length }, () => letters[upTo(letters.length - 1)]).join("");
  return { upTo, word, pick: (list) => list[upTo(list.length - 1)] };
}

function randomState({ upTo, word, pick }) {
  const map = (most, value) => new Map(Array.from({ length: upTo(most) }, () => [word(LETTERS, 4), value()]));
  return {
    completion: pick(["incomplete", "completed"]),
    success: pick(["unknown", "failed", "passed"]),
    at: pick(["", word(LETTERS, 4)]),
    read: map(40, () => word(LETTERS, 2)),
    quizzes: map(6, () => {
      const possible = 1 + upTo(30);
      return { earned: upTo(possible * 10000) / 10000, possible, attempts: upTo(99) };
    }),
    tries: map(10, () => 2 + upTo(33)),
    kept: map(60, () => word(PACKED, upTo(40))),
  };
}

test("decode(encode(x)) = x for a thousand states", () => {
  const random = dice(7);
  for (let turn = 0; turn < 1000; turn += 1) {
    const state = randomState(random);
    const text = encode(state);
    assert.deepEqual(decode(text), state);
    assert.match(text, /^[\x21-\x7e]*$/);
  }
});

test("never longer than the limit, and what is left is true", () => {
  const random = dice(11);
  for (let turn = 0; turn < 500; turn += 1) {
    const state = randomState(random);
    const limit = 10 + random.upTo(1500);
    const text = encode(state, limit, (key) => key < "c");
    const back = decode(text);
    if (text.length > limit) assert.equal(back.read.size + back.kept.size + back.tries.size, 0);
    for (const [key, value] of back.kept) assert.equal(state.kept.get(key), value);
    for (const [key, value] of back.read) assert.equal(state.read.get(key), value);
    assert.deepEqual(back.quizzes, state.quizzes);
    assert.equal(back.completion, state.completion);
  }
});

test("texts give way first, then tries, then other answers, then what was read", () => {
  const state = { ...fresh(), at: "aaaa", read: new Map([["aaaa", "11"], ["bbbb", "22"]]), tries: new Map([["qqqq", 2]]) };
  state.kept = new Map([["tttt", "a-long-text-that-somebody-wrote"], ["qqqq", "xyz"], ["rrrr", "1"]]);
  const isText = (key) => key === "tttt";
  const read = "1--;aaaa;aaaa11bbbb22;";
  assert.equal(encode(state, 200, isText), `${read};qqqq2;rrrr1,qqqqxyz,tttta-long-text-that-somebody-wrote,`);
  assert.equal(encode(state, 50, isText), `${read};qqqq2;rrrr1,qqqqxyz,`);
  assert.equal(encode(state, 36, isText), `${read};;rrrr1,`);
  assert.equal(encode(state, 28, isText), `${read};;`);
  assert.equal(encode(state, 22, isText), "1--;aaaa;aaaa11;;;");
});

test("what cannot be read is a fresh start, never an exception", () => {
  for (const garbage of ["", null, undefined, 0, {}, "null", "2cp;aaaa;aaaa11;;;", "1xx;;;;;", "{\"a\":1}", "ÅÄÖ;;;", ";;;;;;;;", "a".repeat(9999)]) {
    assert.deepEqual(decode(garbage), fresh());
  }
});

test("half-readable records are left out, whole ones kept", () => {
  const state = decode("1-p;zz;aaaa11bb;qqqq5/10/2,rrrr5/0/1,ssss20/10/1,t;qqqq2?;aaaaxyz,bbbbcut sho");
  assert.deepEqual(state, {
    ...fresh(),
    success: "passed",
    read: new Map([["aaaa", "11"]]),
    quizzes: new Map([["qqqq", { earned: 5, possible: 10, attempts: 2 }], ["ssss", { earned: 10, possible: 10, attempts: 1 }]]),
    tries: new Map([["qqqq", 2]]),
    kept: new Map([["aaaa", "xyz"]]),
  });
});

test("cut anywhere by a portal, it decodes to a part of itself", () => {
  const random = dice(3);
  const state = randomState(random);
  const text = encode(state);
  for (let end = 0; end <= text.length; end += 1) {
    const back = decode(text.slice(0, end));
    for (const [key, value] of back.kept) assert.equal(state.kept.get(key), value);
    for (const [key, value] of back.read) assert.equal(state.read.get(key), value);
  }
});
