import assert from "node:assert/strict";
import { test } from "node:test";
import { apply, begin, clock, filmAt, proposals, stepAfter, stepBefore } from "../../course_builder/player/browser/hour/stage.js";

const MINUTE = 60000;
const step = (id, minutes, more = {}) => ({ id, item: id, kind: "text", title: id, minutes, shrink: null, least: null, keep: false, method: null, ...more });
const STEPS = [
  step("welcome", 3),
  step("film", 5, { kind: "film" }),
  step("talk", 6, { method: "epa", kind: "after", shrink: 2, least: 4 }),
  step("corners", 5, { shrink: 1, least: 0 }),
  step("agree", 6, { kind: "agree", keep: true }),
  step("close", 2),
];
const WHOLE = STEPS.reduce((sum, one) => sum + one.minutes, 0);
const START = 1_000_000 * MINUTE;
const at = (minutes) => START + minutes * MINUTE;
const begun = () => begin(STEPS, START, at(WHOLE));
const after = (stage, now, ...commands) => commands.reduce((then, command) => apply(then, typeof command === "string" ? { verb: command } : command, now, STEPS), stage);

test("an hour begins with its first step and all of its time", () => {
  const stage = begun();
  assert.deepEqual([stage.at, stage.since, stage.ends, stage.over], ["welcome", START, at(27), false]);
  const now = clock(stage, STEPS, at(1));
  assert.deepEqual([now.left, now.of, now.late, now.ends, now.number, now.count], [2 * MINUTE, 3 * MINUTE, 0, at(27), 1, 6]);
  assert.deepEqual(now.then.map(({ id, start }) => [id, (start - START) / MINUTE]), [["film", 3], ["talk", 8], ["corners", 14], ["agree", 19], ["close", 25]]);
});

test("nothing jumps by itself: a step that is over waits, and the end moves", () => {
  const stage = begun();
  const now = clock(stage, STEPS, at(7));
  assert.deepEqual([stage.at, now.left, now.over, now.late, now.ends], ["welcome", 0, 4 * MINUTE, 4, at(31)]);
});

test("next and back: what a step has used stays used", () => {
  const there = after(begun(), at(2), "next");
  assert.deepEqual([there.at, clock(there, STEPS, at(2)).late], ["film", -1]);
  const back = after(there, at(2.5), "back");
  assert.equal(back.at, "welcome");
  assert.equal(clock(back, STEPS, at(2.5)).left, MINUTE);
  const again = after(back, at(3.5), "next");
  assert.equal(clock(again, STEPS, at(3.5)).left, 4.5 * MINUTE);
  assert.equal(clock(again, STEPS, at(3.5)).ends, at(27 - 0), "half a minute was spent in the film, none was lost");
});

test("a pause stops the clock and moves the end; resume goes on where it was", () => {
  const paused = after(begun(), at(1), "pause");
  assert.equal(clock(paused, STEPS, at(4)).left, 2 * MINUTE);
  assert.equal(clock(paused, STEPS, at(4)).late, 3);
  const on = after(paused, at(4), "resume");
  assert.equal(clock(on, STEPS, at(5)).left, MINUTE);
  assert.equal(on.held, 3 * MINUTE);
  assert.deepEqual(after(paused, at(2), "pause"), paused, "paused twice is paused once");
});

test("alone, in pairs, all: gone through by next, within the step's minutes", () => {
  const alone = after(begun(), at(8), { verb: "goto", step: "talk" });
  assert.equal(alone.phase.name, "alone");
  assert.deepEqual([clock(alone, STEPS, at(8)).of, clock(alone, STEPS, at(8)).stepLeft], [MINUTE, 6 * MINUTE]);
  const pairs = after(alone, at(10), "next"); // a minute too long
  assert.deepEqual([pairs.at, pairs.phase.name, clock(pairs, STEPS, at(10)).left], ["talk", "pairs", 1.6 * MINUTE]);
  const all = after(pairs, at(11), "next");
  assert.deepEqual([all.phase.name, clock(all, STEPS, at(11)).left], ["all", 3 * MINUTE]);
  assert.equal(after(all, at(11), "back").phase.name, "pairs");
  assert.equal(after(all, at(14), "next").at, "corners");
});

test("one minute more is a minute more, also of a phase and of a step that is over", () => {
  const more = after(begun(), at(1), "more");
  assert.deepEqual([clock(more, STEPS, at(1)).left, clock(more, STEPS, at(1)).late], [3 * MINUTE, 1]);
  const phase = after(begun(), at(3), { verb: "goto", step: "talk" }, "more");
  assert.equal(clock(phase, STEPS, at(3)).left, 2 * MINUTE);
  const over = after(begun(), at(4.5), "more");
  assert.equal(clock(over, STEPS, at(4.5)).left, 1.5 * MINUTE);
});

test("late by six minutes: the lowest shrink gives first, keep never, and each proposal says the end it leads to", () => {
  const late = after(after(begun(), at(9), "next"), at(9), "next"); // 9 minutes for the first, the film left at once
  const stage = after(begun(), at(9), "next");
  assert.equal(clock(late, STEPS, at(9)).late, 1);
  const made = proposals(stage, STEPS, at(9));
  assert.deepEqual(made, [
    { how: "shorten", cuts: [{ id: "corners", from: 5, to: 0 }, { id: "talk", from: 6, to: 5 }], ends: at(27) },
    { how: "skip", cuts: [{ id: "corners", from: 5, to: 0 }], ends: at(28) },
    { how: "let", cuts: [], ends: at(33) },
  ]);
  for (const { cuts, ends } of made.slice(0, 2)) assert.equal(clock(after(stage, at(9), { verb: "shorten", cuts }), STEPS, at(9)).ends, ends);
  const let_ = after(stage, at(9), { verb: "let", ends: made[2].ends });
  assert.deepEqual([clock(let_, STEPS, at(9)).late, proposals(let_, STEPS, at(9))], [0, []]);
});

test("nobody late is offered nothing, and what is planned is not shortened by itself", () => {
  assert.deepEqual(proposals(begun(), STEPS, at(1)), []);
  assert.deepEqual(begun().plan, STEPS.map(({ id, minutes }) => ({ id, minutes })));
});

test("what keeps its minutes, is going on or is over is not cut, whoever asks", () => {
  const stage = after(begun(), at(3), "next");
  const asked = ["agree", "film", "welcome", "nowhere"].map((id) => ({ id, to: 0 }));
  assert.deepEqual(after(stage, at(3), { verb: "shorten", cuts: asked }).plan, stage.plan);
  assert.deepEqual(after(stage, at(3), { verb: "skip", step: "agree" }).plan, stage.plan);
  assert.deepEqual(after(stage, at(3), { verb: "shorten", cuts: [{ id: "talk", to: 9 }] }).plan, stage.plan);
});

test("a skipped step is passed over; gone to, it has its minutes again", () => {
  const stage = after(begun(), at(8), { verb: "goto", step: "talk" }, { verb: "skip", step: "corners" });
  assert.deepEqual([stepAfter(stage), stepBefore(stage), clock(stage, STEPS, at(8)).count], ["agree", "film", 5]);
  const there = after(stage, at(8), { verb: "goto", step: "corners" });
  assert.equal(clock(there, STEPS, at(8)).left, 5 * MINUTE);
});

test("Ta en paus stops film and clock; afterwards the clock goes on and the film waits", () => {
  const film = after(begun(), at(3), "next", { verb: "film", do: "play" });
  const calm = after(film, at(4), "calm");
  assert.deepEqual([calm.calm, calm.paused, calm.film.playing, calm.film.t], [true, at(4), false, 60]);
  const on = after(calm, at(7), "resume");
  assert.deepEqual([on.calm, on.paused, on.film.playing, clock(on, STEPS, at(7)).left], [false, null, false, 4 * MINUTE]);
});

test("the film: plays, is paused, replayed, stops at a pause and goes on; another step's begins anew", () => {
  const play = after(begun(), at(3), "next", { verb: "film", do: "play" });
  assert.deepEqual(play.film, { step: "film", version: "plain", captions: true, playing: true, t: 0, set: at(3), stop: null });
  assert.equal(filmAt(play.film, at(3.5)), 30);
  const stop = after(play, at(3.7), { verb: "film", do: "stop", stop: "p1", t: 41 });
  assert.deepEqual([stop.film.playing, stop.film.stop, filmAt(stop.film, at(9))], [false, "p1", 41]);
  assert.deepEqual(after(stop, at(5), { verb: "film", do: "continue" }).film, { ...stop.film, playing: true, stop: null, set: at(5) });
  const again = after(stop, at(5), { verb: "film", do: "replay", t: 10 });
  assert.deepEqual([again.film.playing, filmAt(again.film, at(5) + 1000)], [true, 11]);
  const described = after(stop, at(5), { verb: "film", do: "version", version: "described", t: 52 });
  assert.deepEqual([described.film.version, described.film.playing, described.film.t], ["described", false, 52]);
  assert.equal(after(stop, at(5), { verb: "film", do: "captions" }).film.captions, false);
  const other = after(play, at(4), { verb: "goto", step: "talk" }, { verb: "film", do: "play" });
  assert.deepEqual([other.film.step, other.film.t], ["talk", 0]);
  assert.equal(after(play, at(4), "next").film.playing, false, "a step that is left stops its film");
});

test("the wall is blanked, changes its light, shows results; a new step shows itself", () => {
  const shown = after(begun(), at(1), "blank", { verb: "theme", theme: "dark" }, { verb: "show", what: "results", round: "r1" }, { verb: "page", to: 2 });
  assert.deepEqual([shown.blank, shown.theme, shown.page, shown.show], [true, "dark", 2, { what: "step", round: null }]);
  const results = after(shown, at(1), { verb: "show", what: "results", round: "r1" });
  assert.deepEqual(results.show, { what: "results", round: "r1" });
  assert.deepEqual([after(results, at(2), "next").show.what, after(results, at(2), "next").page], ["step", 0]);
});

test("an hour that was ended by mistake goes on", () => {
  const ended = after(begun(), at(2), "end");
  assert.deepEqual([ended.over, proposals(ended, STEPS, at(9))], [true, []]);
  const on = after(ended, at(2.5), "resume");
  assert.deepEqual([on.over, clock(on, STEPS, at(2.5)).left], [false, MINUTE]);
});

test("a command that nobody knows changes nothing", () => {
  for (const verb of ["explode", "constructor", "__proto__", undefined]) assert.deepEqual(after(begun(), at(1), { verb }), begun());
});

// A generator of numbers that is the same every time.
function numbers(seed) {
  let now = seed;
  return (below) => {
    now = (now * 1103515245 + 12345) % 2147483648;
    return Math.floor((now / 2147483648) * below);
  };
}

function anything(pick, stage, now) {
  const offers = proposals(stage, STEPS, now);
  const some = ["next", "back", "pause", "resume", "more", "calm", "blank", "end", "next", "next"].map((verb) => ({ verb }));
  const others = [
    { verb: "goto", step: STEPS[pick(STEPS.length)].id },
    { verb: "skip", step: STEPS[pick(STEPS.length)].id },
    { verb: "film", do: ["play", "pause", "replay", "captions", "continue"][pick(5)] },
    ...offers.map(({ how, cuts, ends }) => (how === "let" ? { verb: "let", ends } : { verb: "shorten", cuts })),
  ];
  return [...some, ...others][pick(some.length + others.length)];
}

test("two hundred hours of random commands: never negative, the sum holds, keep is kept, and the end is right", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const pick = numbers(seed);
    let stage = begun();
    let now = START;
    for (let turn = 0; turn < 60; turn += 1) {
      now += pick(4 * MINUTE);
      const command = anything(pick, stage, now);
      const before = stage;
      stage = apply(stage, command, now, STEPS);
      holds(stage, before, command, now);
    }
  }
});

function holds(stage, before, command, now) {
  const said = clock(stage, STEPS, now);
  const why = JSON.stringify(command);
  for (const number of [said.left, said.of, said.over, said.stepLeft, stage.held, ...stage.plan.map((one) => one.minutes), ...stage.passed.map((one) => one.minutes)]) {
    assert.ok(number >= 0, `${why}: ${number}`);
  }
  assert.deepEqual(stage.plan.map((one) => one.id), STEPS.map((one) => one.id), why);
  const kept = stage.plan.find((one) => one.id === "agree").minutes;
  assert.ok(kept >= 6 && (command.verb === "more" || kept === before.plan.find((one) => one.id === "agree").minutes), why);
  assert.equal(said.ends, now + remaining(stage, now), why);
  assert.ok(said.then.every(({ start }, index, all) => start >= now && (index === 0 || start >= all[index - 1].start)), why);
  for (const offer of proposals(stage, STEPS, now)) proposed(offer, stage, now);
}

/** By another way than the clock's: what each step that is left has, less what it has used. */
function remaining(stage, now) {
  const index = stage.plan.findIndex((one) => one.id === stage.at);
  return stage.plan.slice(index).reduce((sum, { id, minutes }) => {
    const before = stage.passed.find((one) => one.id === id);
    const spent = id === stage.at ? (stage.paused ?? now) - stage.since - stage.held : (before ? before.minutes : 0) * MINUTE;
    return sum + Math.max(0, minutes * MINUTE - spent);
  }, 0);
}

function proposed({ how, cuts, ends }, stage, now) {
  assert.ok(cuts.every(({ id, from, to }) => id !== "agree" && id !== "film" && to < from));
  const then = how === "let" ? apply(stage, { verb: "let", ends }, now, STEPS) : apply(stage, { verb: "shorten", cuts }, now, STEPS);
  assert.ok(Math.abs(clock(then, STEPS, now).ends - ends) < 1);
}
