// The film's own arithmetic: what was watched, times between versions, what is kept.
import assert from "node:assert/strict";
import { test } from "node:test";
import { across, clock } from "../../course_builder/player/browser/film/clock.js";
import { packed, packedChoice, unpacked, unpackedChoice } from "../../course_builder/player/browser/film/memory.js";
import { watched } from "../../course_builder/player/browser/film/watched.js";

const LENGTH = 96;

test("a film watched from start to end is watched", () => {
  const film = watched(LENGTH, "");
  for (let time = 0; time < LENGTH; time += 0.25) film.play(time, time + 0.25);
  assert.equal(film.share(), 1);
  assert.equal(film.pack(), "_".repeat(16));
});

test("nine tenths are enough, and a little less is not", () => {
  const film = watched(LENGTH, "");
  film.play(5, 91);
  assert.equal(film.enough(), false);
  film.play(91, 92);
  assert.equal(film.enough(), true);
});

test("a replay counts once and a jump for nothing", () => {
  const film = watched(LENGTH, "");
  for (let round = 0; round < 20; round++) film.play(0, 12);
  film.play(84, 96);
  assert.equal(film.share(), 0.25);
  assert.equal(film.after(12), false);
  assert.equal(film.after(3), true);
  assert.equal(film.after(LENGTH), true);
});

test("what was watched is kept in sixteen signs and read again", () => {
  const film = watched(LENGTH, "");
  film.play(7, 31);
  assert.match(film.pack(), /^[\w-]{16}$/);
  assert.equal(watched(LENGTH, film.pack()).share(), film.share());
  assert.equal(watched(LENGTH, film.pack().slice(0, 3)).share() > 0, true);
  assert.equal(watched(LENGTH, "~~~~").share(), 0);
});

test("position, step and seen fit in four signs before it", () => {
  const state = { step: 2, seen: true, position: 4711, marks: "A".repeat(16) };
  assert.deepEqual(unpacked(packed(state)), state);
  assert.equal(packed({ ...state, position: 1e9 }).length, 20);
  assert.equal(unpacked(packed({ ...state, position: NaN })).position, 0);
  assert.deepEqual(unpacked(undefined), { step: 0, seen: false, position: 0, marks: "" });
});

test("the choice of version and captions is two signs", () => {
  for (const version of ["film", "described", "signed"]) {
    for (const captions of [-1, 0, 3]) {
      assert.match(packedChoice({ version, captions }), /^[\w-]{2}$/);
      assert.deepEqual(unpackedChoice(packedChoice({ version, captions })), { version, captions });
    }
  }
  assert.deepEqual(unpackedChoice(undefined), { version: "film", captions: 0 });
  assert.equal(unpackedChoice("9A").version, "film");
});

test("the stops of a longer version stand at their own times, and there is a way back", () => {
  const pairs = [[0, 0], [41, 52], [70, 89], [94, 118]];
  for (const [film, version] of pairs) {
    assert.equal(across(pairs, film, 0, 1), version);
    assert.equal(across(pairs, version, 1, 0), film);
  }
  assert.equal(across(pairs, 20.5, 0, 1), 26);
  assert.equal(across(pairs, 96, 0, 1) > 118, true);
  assert.equal(across(pairs, Infinity, 0, 1), Infinity);
  assert.equal(across([[0, 0], [1, 1]], 3.5, 0, 1), 3.5);
});

test("times as people read them", () => {
  assert.deepEqual([0, 9.9995, 41, 94.6, 3723].map(clock), ["0:00", "0:10", "0:41", "1:34", "1:02:03"]);
});
