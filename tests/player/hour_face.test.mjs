// What the wall shows for a stage, where a film is in each of its versions, and what "onward" means on one screen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { backward, filmPress, onward } from "../../course_builder/player/browser/hour/advance.js";
import { face, pagesOf } from "../../course_builder/player/browser/hour/face.js";
import { crossed, moved, nextStop, reel, said } from "../../course_builder/player/browser/hour/reel.js";
import { apply, begin } from "../../course_builder/player/browser/hour/stage.js";

const SAME = [[0, 0], [1, 1]];
const STOPS = [{ id: "a", at: 41, ask: "Vad vet barnet?", method: null, seconds: 90 }, { id: "b", at: 70, ask: "Vad får det välja?", method: "bikupa", seconds: 60 }];
const TALK = {
  title: "Väntrummet", length: 94, stops: STOPS, link: null, scene: [{ lines: [{}], stop: null }, { lines: [], stop: "a" }, { lines: [{}], stop: null }],
  versions: {
    plain: { src: "media/film.webm", length: 94, pairs: SAME, cues: [[10, 12, "En dörr öppnas"], [11, 13, "Steg"]] },
    described: { src: "media/described.webm", length: 118, pairs: [[0, 0], [41, 52], [70, 89], [94, 118]], cues: null },
  },
}; // prettier-ignore
const LINKED = { ...TALK, link: { url: "https://film.example.se" }, versions: { plain: { ...TALK.versions.plain, src: null } } };
const step = (id, kind, more = {}) => ({ id, item: id, kind, title: id, minutes: 5, method: null, keep: false, pages: 1, film: null, ...more });
const data = (talk = TALK) => ({
  hour: { title: "Timmen", film_version: "described", language: "sv" },
  steps: [step("rules", "text", { pages: 3 }), step("film", "film", { film: "talk" }), step("talk", "after", { film: "talk", method: "epa" })],
  films: { talk },
});
const begun = (at = "rules") => apply(begin(data().steps, 0, 900000), { verb: "goto", step: at }, 0, data().steps);
const film = (more) => ({ step: "film", version: "plain", captions: true, playing: false, t: 0, set: 0, stop: null, ...more });
const named = (stage, talk, local) => face(stage, data(talk), local).name;

test("before the hour and after it", () => {
  assert.equal(named(null), "wait");
  assert.equal(named(apply(begun(), { verb: "end" }, 1)), "over");
});

test("a film stands still before it is played, fills the wall while it plays, and gives it back when it is over", () => {
  const stage = begun("film");
  assert.equal(named(stage), "slide");
  assert.equal(named({ ...stage, film: film({ playing: true }) }), "film");
  assert.equal(named({ ...stage, film: film({ t: 20 }) }), "film");
  assert.equal(named({ ...stage, film: film({ t: 94 }) }), "slide");
  assert.equal(named({ ...stage, at: "talk", film: film({ t: 20 }) }), "slide");
});

test("where the film stops its question is asked: as the stage says, or as this window has found", () => {
  const stage = { ...begun("film"), film: film({ stop: "b", t: 70 }) };
  assert.deepEqual([face(stage, data()).name, face(stage, data()).stop.ask], ["stop", "Vad får det välja?"]);
  const here = face({ ...stage, film: film({ playing: true }) }, data(), { stop: { id: "a" } });
  assert.deepEqual([here.name, here.stop.id], ["stop", "a"]);
});

test("a film that will not play becomes a scene, whose stops ask in their places", () => {
  const broken = face({ ...begun("film"), film: film({ playing: true }) }, data(), { broken: true });
  assert.equal(broken.name, "scene");
  const shown = apply(begun("film"), { verb: "show", what: "scene" }, 0, data().steps);
  const second = apply(shown, { verb: "page", to: 1 }, 0, data().steps);
  assert.deepEqual([pagesOf(second, data()), face(second, data()).name, face(second, data()).stop.id], [3, "scene", "a"]);
  assert.equal(face(apply(second, { verb: "show", what: "step" }, 0), data()).page, 0);
});

test("a linked film is a list of stops; with a copy of one's own it is a film; without either it is read", () => {
  const stage = { ...begun("film"), film: film({ playing: true }) };
  assert.equal(named(stage, LINKED), "linked");
  assert.equal(named(stage, LINKED, { copy: true }), "film");
  assert.equal(named(stage, { ...LINKED, link: null }), "scene");
  assert.equal(named({ ...stage, film: film({ stop: "a" }) }, LINKED), "stop");
});

test("results, the way in and the overview are shown when the leader says so", () => {
  for (const what of ["results", "join", "agenda"]) assert.equal(named(apply(begun(), { verb: "show", what }, 0)), what);
});

test("a described version stops where its own moments are, and goes on at the same place of the story", () => {
  const described = reel(TALK, "described");
  assert.deepEqual(described.stops.map((stop) => stop.at), [52, 89]);
  assert.equal(reel(TALK, "signed").src, "media/film.webm");
  assert.equal(moved(TALK, "plain", "described", 70), 89);
  assert.equal(moved(TALK, "described", "plain", 89), 70);
  assert.equal(Math.round(described.cues[0][0] * 10), Math.round(127), "captions of the film at the moments that belong together");
});

test("a stop is crossed once, and a film that goes on from it does not stop there again", () => {
  assert.equal(crossed(STOPS, 0, 41.02).id, "a");
  assert.equal(crossed(STOPS, 0, 40.9), null);
  assert.equal(crossed(STOPS, 41, 41.5), null);
  assert.equal(nextStop(STOPS, 41), 70);
  assert.equal(nextStop(STOPS, 70), Infinity);
});

test("what is said at a moment, two at once above each other", () => {
  assert.equal(said(TALK.versions.plain.cues, 11.5), "En dörr öppnas\nSteg");
  assert.equal(said(TALK.versions.plain.cues, 9), "");
});

test("onward on one screen: pages, then the film in the version that was planned, its stops, and the next step", () => {
  const go = (stage, now = 0) => onward(stage, data(), now);
  assert.deepEqual(go(begun()), [{ verb: "page", to: 1 }]);
  assert.deepEqual(go({ ...begun(), page: 2 }), [{ verb: "next" }]);
  assert.deepEqual(go(begun("film")), [{ verb: "film", do: "version", version: "described" }, { verb: "film", do: "play" }]);
  assert.deepEqual(go({ ...begun("film"), film: film({ playing: true }) }), [{ verb: "film", do: "pause" }]);
  assert.deepEqual(go({ ...begun("film"), film: film({ t: 41, stop: "a" }) }), [{ verb: "film", do: "continue" }]);
  assert.deepEqual(go({ ...begun("film"), film: film({ t: 94 }) }), [{ verb: "next" }]);
  assert.deepEqual(go({ ...begun("film"), calm: true }), [{ verb: "resume" }]);
  assert.deepEqual(go({ ...begun("film"), blank: true }), [{ verb: "blank", on: false }]);
  assert.deepEqual(go(apply(begun(), { verb: "show", what: "agenda" }, 0)), [{ verb: "show", what: "step" }]);
});

test("a scene is read to its end, and a linked film is nobody's to play here", () => {
  const scene = apply(begun("film"), { verb: "show", what: "scene" }, 0);
  assert.deepEqual(onward(scene, data(), 0), [{ verb: "page", to: 1 }]);
  assert.deepEqual(onward({ ...scene, page: 2 }, data(), 0), [{ verb: "next" }]);
  assert.equal(filmPress(begun("film"), data(LINKED), 0), null);
  assert.deepEqual(onward(begun("film"), data(LINKED), 0), [{ verb: "film", do: "stop", stop: "a", t: 41 }]);
  assert.deepEqual(onward({ ...begun("film"), film: film({ stop: "a" }) }, data(LINKED), 0), [{ verb: "film", do: "stop", stop: "b", t: 70 }]);
  assert.deepEqual(onward({ ...begun("film"), film: film({ stop: "b" }) }, data(LINKED), 0), [{ verb: "next" }]);
  assert.deepEqual([backward({ ...scene, page: 2 }, data()), backward(begun(), data()), backward(begun("film"), data())], [[{ verb: "page", to: 1 }], [{ verb: "back" }], [{ verb: "back" }, { verb: "page", to: 2 }]]);
});
