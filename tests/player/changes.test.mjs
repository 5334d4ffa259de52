// What two windows have done is put together: nothing is lost, and the later one has the last word.

import assert from "node:assert/strict";
import { test } from "node:test";
import { changed, difference, isNothing, joined, nothing } from "../../course_builder/player/browser/app/changes.js";
import { fresh } from "../../course_builder/player/browser/state.js";

const KEYS = ["aaaa", "bbbb", "cccc"];
let seed = 7;
const random = (below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;

function some() {
  const state = { ...fresh(), at: KEYS[random(3)] };
  for (const section of ["read", "kept"]) for (const key of KEYS) if (random(2)) state[section].set(key, `v${random(3)}`);
  return state;
}

const seen = ({ at, read, kept }) => ({ at, read: new Map([...read].sort()), kept: new Map([...kept].sort()) });
const same = (one, other) => assert.deepEqual(seen(one), seen(other));

test("a difference leads from the one state to the other, and leaves the first as it was", () => {
  for (let turn = 0; turn < 500; turn += 1) {
    const before = some();
    const kept = seen(before);
    const after = some();
    same(changed(before, difference(before, after)), after);
    assert.deepEqual(seen(before), kept);
  }
});

test("no difference is nothing", () => {
  const state = some();
  assert.ok(isNothing(difference(state, state)));
  assert.ok(isNothing(nothing()));
  assert.ok(!isNothing(difference(fresh(), { ...fresh(), at: "aaaa" })));
});

test("two changes joined are the one after the other", () => {
  for (let turn = 0; turn < 500; turn += 1) {
    const [first, second, third] = [some(), some(), some()];
    const whole = joined(difference(first, second), difference(second, third));
    same(changed(first, whole), third);
  }
});

test("what the other window has done stays, where this one has done nothing", () => {
  const base = { ...fresh(), read: new Map([["aaaa", "xx"]]) };
  const mine = difference(base, { ...base, kept: new Map([["cccc", "min"]]) });
  const theirs = { ...base, read: new Map([["aaaa", "xx"], ["bbbb", "yy"]]), kept: new Map([["cccc", "deras"]]) };
  same(changed(theirs, mine), { ...theirs, kept: new Map([["cccc", "min"]]) });
});
