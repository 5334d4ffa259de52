import assert from "node:assert/strict";
import { test } from "node:test";
import { link } from "../../course_builder/player/browser/hour/link.js";
import { apply, begin } from "../../course_builder/player/browser/hour/stage.js";
import { Machine, Server, settled, time } from "./machines.mjs";

const MINUTE = 60000;
const STEPS = ["one", "two", "three", "four"].map((id) => ({ id, minutes: 5, kind: "text" }));
const WEB = { stage: "/stage", events: "/events", csrf: "token" };

function opened(machine, role, { server = WEB, name = machine.name, stage = null, revision = 0, world = machine.window() } = {}) {
  const heard = [];
  const made = link({ hour: { id: "apt-1" }, role, name, stage, revision, server }, world);
  made.on((what, value) => heard.push([what, value]));
  const act = (verb, more = {}) => made.send(apply(made.stage, { verb, ...more }, made.now(), STEPS), verb);
  const start = () => made.send(begin(STEPS, made.now(), made.now() + 20 * MINUTE), "start");
  return { made, heard, world, act, start, at: () => made.stage && made.stage.at, said: (what) => heard.filter(([one]) => one === what).map(([, value]) => value) };
}

async function apart() {
  const clock = time();
  const server = new Server(clock);
  const sara = new Machine(clock, server, "Sara");
  const lena = new Machine(clock, server, "Lena");
  const first = opened(sara, "leader");
  await settled();
  first.start();
  await settled();
  const second = opened(lena, "leader", { stage: server.stage, revision: server.revision });
  await settled();
  return { clock, server, sara, lena, first, second };
}

test("two windows of one browser are in step, either of them may steer", async () => {
  const machine = new Machine(time());
  const leader = opened(machine, "leader", { server: null });
  const room = opened(machine, "room", { server: null });
  leader.start();
  leader.act("next");
  assert.deepEqual([leader.at(), room.at()], ["two", "two"]);
  room.act("film", { do: "stop", stop: "p1" });
  assert.equal(leader.made.stage.film.stop, "p1");
});

test("without a channel the browser's own store is enough", () => {
  const machine = new Machine(time());
  const leader = opened(machine, "leader", { server: null, world: machine.window({ channel: false }) });
  const room = opened(machine, "room", { server: null, world: machine.window({ channel: false }) });
  leader.start();
  assert.equal(room.at(), "one");
});

test("files that share nothing: the window that was opened is told, and no other is listened to", () => {
  const clock = time();
  const first = new Machine(clock);
  const second = new Machine(clock); // a store of its own, as files may have
  const leaderWorld = first.window({ channel: false, protocol: "file:" });
  const leader = opened(first, "leader", { server: null, world: leaderWorld });
  const roomWorld = second.window({ channel: false, protocol: "file:", opener: { postMessage: (message) => leaderWorld.postMessage(message, roomWorld) } });
  const handle = roomWorld.postMessage;
  roomWorld.postMessage = (message) => handle(message, roomWorld.opener);
  leader.made.beside(roomWorld);
  const room = opened(second, "room", { server: null, world: roomWorld });
  leader.start();
  assert.equal(room.at(), "one");
  const stranger = { ...leader.made.stage, at: "four" };
  leaderWorld.fire("message", { data: { hour: "apt-1", what: "stage", stage: stranger, revision: 99, count: 99 }, source: {} });
  assert.equal(leader.at(), "one");
});

test("a window that is opened late, or again, goes on where the hour is", () => {
  const machine = new Machine(time());
  const leader = opened(machine, "leader", { server: null });
  leader.start();
  leader.act("next");
  assert.equal(opened(machine, "room", { server: null }).at(), "two");
  machine.close(leader.world);
  assert.equal(opened(machine, "leader", { server: null }).at(), "two");
});

test("another hour of the same browser is another", () => {
  const machine = new Machine(time());
  opened(machine, "leader", { server: null }).start();
  const other = link({ hour: { id: "apt-2" }, role: "leader", server: null }, machine.window());
  assert.equal(other.stage, null);
});

test("the leader knows whether the room's window is open, also when it goes away without a word", async () => {
  const clock = time();
  const machine = new Machine(clock);
  const leader = opened(machine, "leader", { server: null });
  assert.equal(leader.made.state.room, false);
  const room = opened(machine, "room", { server: null });
  assert.equal(leader.made.state.room, true);
  machine.open.splice(machine.open.indexOf(room.world), 1); // crashed
  for (const one of [room.world]) one.channels.length = 0;
  room.world.BroadcastChannel.prototype.postMessage = () => {};
  room.world.localStorage.setItem = () => {};
  await clock.pass(15_000);
  assert.equal(leader.made.state.room, false);
});

test("two machines: both steer, and each knows who did what", async () => {
  const { server, first, second } = await apart();
  assert.equal(second.at(), "one");
  second.act("next");
  await settled();
  assert.deepEqual([first.at(), first.made.stage.by, first.made.stage.verb], ["two", "Lena", "next"]);
  first.act("next");
  await settled();
  assert.deepEqual([second.at(), server.verbs], ["three", ["Sara start", "Lena next", "Sara next"]]);
  assert.deepEqual(first.said("settled"), []);
});

test("the network is lost: both go on alone, and all is sent when it is back", async () => {
  const { clock, server, sara, first, second } = await apart();
  sara.online = false;
  first.act("next");
  await settled();
  first.act("next");
  await settled();
  assert.deepEqual([first.at(), second.at(), first.made.state.mode, first.made.state.waiting], ["three", "one", "alone", true]);
  sara.online = true;
  await clock.pass(20_000);
  assert.deepEqual([second.at(), first.made.state.mode, first.made.state.waiting], ["three", "server", false]);
  assert.deepEqual(server.verbs, ["Sara start", "Sara next", "Sara next"]);
});

test("apart and back: the machine whose room window is open wins, and both say so", async () => {
  const { clock, server, sara, lena, first, second } = await apart();
  opened(sara, "room", { stage: server.stage, revision: server.revision });
  await settled();
  sara.online = false;
  first.act("next");
  second.act("goto", { step: "four" });
  await settled();
  assert.deepEqual([first.at(), second.at()], ["two", "four"]);
  sara.online = true;
  await clock.pass(20_000);
  assert.deepEqual([first.at(), second.at(), server.stage.at], ["two", "two", "two"]);
  assert.deepEqual(first.said("settled"), [{ won: true, by: "Lena" }]);
  assert.equal(lena.open.length, 1);
});

test("the one without the room's window gives way, and says whose holds", async () => {
  const { clock, server, sara, lena, first, second } = await apart();
  opened(sara, "room", { stage: server.stage, revision: server.revision });
  await settled();
  lena.online = false;
  second.act("goto", { step: "four" });
  first.act("next");
  await settled();
  lena.online = true;
  await clock.pass(20_000);
  assert.deepEqual([first.at(), second.at(), server.stage.at], ["two", "two", "two"]);
  assert.deepEqual(second.said("settled"), [{ won: false, by: "Sara" }]);
  assert.deepEqual(server.verbs, ["Sara start", "Sara next"]);
});

test("pressed at the same moment on both: nobody goes two steps", async () => {
  const { first, second, server } = await apart();
  first.act("next");
  second.act("next");
  await settled();
  assert.deepEqual([first.at(), second.at(), server.stage.at], ["two", "two", "two"]);
  assert.deepEqual([...first.said("settled"), ...second.said("settled")], [], "they did the same: there is nothing to settle");
});

test("two presses in a moment: the room's window has the first from the server while the second is on its way", async () => {
  const { server, sara, first } = await apart();
  const room = opened(sara, "room", { stage: server.stage, revision: server.revision });
  await settled();
  first.act("next");
  first.act("calm");
  await settled();
  assert.deepEqual([first, room].map((one) => [one.at(), one.made.stage.calm]), [["two", true], ["two", true]]);
  const calm = room.said("stage").map((stage) => stage.calm);
  assert.equal(calm.slice(calm.indexOf(true)).includes(false), false, "the wall is not calm, uneasy and calm again");
  assert.deepEqual([server.stage.calm, server.verbs], [true, ["Sara start", "Sara next", "Sara calm"]]);
});

test("two windows of one machine at the same moment: the leader's holds, here and on the server, and there is nothing to say", async () => {
  const { sara, first, server } = await apart();
  const room = opened(sara, "room", { stage: server.stage, revision: server.revision });
  await settled();
  for (const channel of [...first.world.channels, ...room.world.channels]) channel.late = true; // neither has heard of the other yet
  first.act("next");
  room.act("show", { what: "agenda" });
  for (const channel of [...first.world.channels, ...room.world.channels]) channel.arrive();
  await settled();
  for (const one of [first, room]) assert.deepEqual([one.at(), one.made.stage.show.what], ["two", "step"]);
  assert.deepEqual([server.stage.at, server.stage.show.what], ["two", "step"]);
  assert.deepEqual([...first.said("settled"), ...room.said("settled")], []);
});

test("signed out in the middle: the hour goes on, and is sent after signing in", async () => {
  const { clock, server, first } = await apart();
  server.signedIn = false;
  first.act("next");
  await settled();
  assert.deepEqual([first.at(), first.made.state.mode], ["two", "signed-out"]);
  server.signedIn = true;
  await clock.pass(20_000);
  assert.deepEqual([server.stage.at, first.made.state.mode], ["two", "server"]);
});

test("a page that goes away while the network is lost has what it did when it is opened again", async () => {
  const { clock, server, sara, first } = await apart();
  sara.online = false;
  first.act("next");
  await settled();
  sara.close(first.world);
  const again = opened(sara, "leader", { stage: server.stage, revision: server.revision });
  assert.equal(again.at(), "two");
  sara.online = true;
  await clock.pass(20_000);
  assert.equal(server.stage.at, "two");
});

test("what was kept of the hour is old: the server's is newer", async () => {
  const { server, sara, first, second } = await apart();
  sara.close(first.world);
  second.act("goto", { step: "three" });
  await settled();
  const again = opened(sara, "leader", { stage: server.stage, revision: server.revision });
  assert.equal(again.at(), "three");
});

test("all views have the server's clock", async () => {
  const { clock, server, lena, first } = await apart();
  server.clock = { now: clock.now + 90_000 };
  lena.clock = clock;
  first.act("next");
  await settled();
  assert.equal(first.made.now(), clock.now + 90_000);
});

test("a stream that the server ends is nothing to tell anybody", async () => {
  const { clock, first } = await apart();
  first.world.streams[0].end(false);
  await clock.pass(5_000);
  assert.deepEqual(first.said("state").filter(({ mode }) => mode !== "server"), []);
});

test("a stream that was refused is asked for anew when the server answers again", async () => {
  const { clock, server, first, second } = await apart();
  server.signedIn = false;
  first.world.streams[0].end(true);
  await clock.pass(5_000);
  assert.equal(first.made.state.mode, "signed-out");
  server.signedIn = true;
  await clock.pass(20_000);
  second.act("next");
  await settled();
  assert.deepEqual([first.made.state.mode, first.at(), first.world.streams.length], ["server", "two", 2]);
});

test("an answer that is lost, and more is pressed: each thing that was done is noted once", async () => {
  const { clock, server, sara, first, second } = await apart();
  sara.deaf = true;
  first.act("next");
  await settled();
  assert.deepEqual(server.verbs, ["Sara start", "Sara next"], "it has arrived, and nobody here knows");
  first.act("next");
  first.act("more");
  await settled();
  sara.deaf = false;
  await clock.pass(20_000);
  assert.deepEqual([first.at(), second.at(), first.made.state.waiting], ["three", "three", false]);
  assert.deepEqual(server.verbs, ["Sara start", "Sara next", "Sara next", "Sara more"]);
});

test("what was done in a break is not told, also when it is sent again after it", async () => {
  const { clock, server, sara, first } = await apart();
  first.act("calm");
  await settled();
  sara.deaf = true;
  first.act("goto", { step: "three" }); // and the break is over
  await settled();
  first.act("next");
  sara.deaf = false;
  await clock.pass(20_000);
  assert.deepEqual([server.stage.at, server.verbs], ["four", ["Sara start", "Sara calm", "Sara rest", "Sara next"]]);
});

test("an hour without network: all that was done arrives, a hundred at once", async () => {
  const { clock, server, sara, first } = await apart();
  sara.online = false;
  for (let times = 0; times < 130; times += 1) first.act("more");
  await settled();
  sara.online = true;
  await clock.pass(60_000);
  assert.deepEqual([server.verbs.length, server.largest, first.made.state.waiting], [131, 100, false]);
});

test("a network that goes without a word is told of, and what was done arrives when it is there again", async () => {
  const { clock, server, sara, first } = await apart();
  sara.silent = true;
  first.act("next");
  await settled();
  assert.equal(first.made.state.mode, "server", "it may only be slow");
  await clock.pass(11_000);
  assert.equal(first.made.state.mode, "alone");
  sara.silent = false;
  await clock.pass(30_000);
  assert.deepEqual([server.stage.at, first.made.state.mode], ["two", "server"]);
});

test("an answer that is lost: what was stored is stored once, and nobody is told of a quarrel", async () => {
  const { clock, server, sara, first } = await apart();
  sara.deaf = true;
  first.act("next");
  await settled();
  assert.deepEqual([server.stage.at, first.made.state.mode], ["two", "alone"]);
  sara.deaf = false;
  await clock.pass(20_000);
  assert.deepEqual([first.at(), first.made.state.mode, first.made.state.waiting], ["two", "server", false]);
  assert.deepEqual([server.verbs, server.revision, first.said("settled")], [["Sara start", "Sara next"], 2, []]);
});

test("the server falls when it has told the wall and not yet the leader: what is done next is on the wall at once", async () => {
  const { clock, server, sara, first } = await apart();
  const room = opened(sara, "room", { stage: server.stage, revision: server.revision });
  await settled();
  sara.deaf = true;
  first.act("next");
  await settled();
  assert.deepEqual([server.stage.at, room.at(), first.made.state.mode], ["two", "two", "alone"]);
  server.up = false;
  for (const then of ["three", "four"]) {
    first.act("next");
    await settled();
    assert.deepEqual([first.at(), room.at()], [then, then]);
  }
  [server.up, sara.deaf] = [true, false];
  await clock.pass(20_000);
  assert.deepEqual([server.stage.at, first.at(), room.at(), first.made.state.waiting], ["four", "four", "four", false]);
  assert.deepEqual(server.verbs, ["Sara start", "Sara next", "Sara next", "Sara next"]);
  assert.deepEqual([...first.said("settled"), ...room.said("settled")], []);
});

test("the wall is told late of what the leader has left behind since: it stays where she is", async () => {
  const { clock, server, sara, first } = await apart();
  const room = opened(sara, "room", { stage: server.stage, revision: server.revision });
  await settled();
  sara.deaf = true;
  for (const channel of first.world.channels) channel.late = true;
  first.act("next");
  await settled();
  server.up = false;
  first.act("next");
  for (const channel of first.world.channels) channel.arrive();
  await settled();
  assert.deepEqual([first.at(), room.at()], ["three", "three"]);
  [server.up, sara.deaf] = [true, false];
  await clock.pass(20_000);
  assert.deepEqual([server.stage.at, server.verbs], ["three", ["Sara start", "Sara next", "Sara next"]]);
});
