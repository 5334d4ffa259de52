// One stage, many views: the windows of this browser, and the server where there is one. Each view goes on alone when it is cut off; what
// was done apart is settled when they meet: the machine whose room window is open wins, and says so.

import { deviceOf, memory } from "./memory.js";
import { windows } from "./windows.js";
import { wire } from "./wire.js";

const HERE_EVERY = 3000;
const HERE_FOR = 9000;
const CLOSE = 1500; // milliseconds
const WRITER = ["device", "by", "verb"];

/** What a stage says, whoever wrote it and in whatever order. */
function content(stage) {
  const sorted = (value) => (value && typeof value === "object" && !Array.isArray(value) ? Object.keys(value).sort().map((name) => [name, sorted(value[name])]) : value);
  return JSON.stringify(sorted(Object.fromEntries(Object.entries(stage).filter(([name]) => !WRITER.includes(name)))));
}

const only = ({ stage, revision, count, rank }) => ({ stage, revision, count, rank });

/**
 * `data` is that of the page: {hour: {id}, role: "leader"|"room"|"single", name, stage, revision, now, server: {stage, events, csrf} or null}.
 * `on(fn)` is called as fn(what, value): "stage" stage, "state" state, "settled" {won, by}, "rounds", "attendance", "fact" of another window.
 */
export function link(data, world = window) {
  const listeners = [];
  const kept = memory(data.hour.id, world.localStorage);
  const device = deviceOf(world.localStorage);
  const own = `${device}-${Math.random().toString(36).slice(2, 10)}`;
  const rooms = new Map(); // window -> when it last said that it is there
  let offset = data.now ? data.now - world.Date.now() : 0; // of the server's clock
  const rank = `${data.role === "leader" ? 1 : 0} ${own}`;
  // `count`: what has been done in this browser since that revision; the windows go by the highest, and by the leader's when two did something at once.
  let mine = { stage: data.stage ?? null, revision: data.revision ?? 0, count: 0, rank: "" };
  let state = { mode: data.server ? "server" : "local", room: false, waiting: false };

  const tell = (what, value) => listeners.forEach((fn) => fn(what, value));
  const others = windows(data.hour.id, fromWindow, world);
  const server = data.server ? wire(data.server, { name: own, now: () => mine, taken, refused, heard, mode: (mode) => changed({ mode }) }, world) : null;

  function changed(part) {
    const then = { ...state, ...part, room: roomOpen(), waiting: Boolean(server && server.waiting) };
    const same = Object.keys(then).every((name) => then[name] === state[name]);
    state = then;
    if (!same) tell("state", state);
  }

  /** Whether the room's window is open on this machine. */
  function roomOpen() {
    const now = world.Date.now();
    return data.role !== "leader" || [...rooms.values()].some((at) => now - at < HERE_FOR);
  }

  /** `waiting`: the server has not got it yet, so that it is sent also by a page that is opened again. */
  function adopt(then, shown = true, waiting = Boolean(server && server.waiting)) {
    mine = then;
    kept.save({ ...mine, waiting });
    if (shown) tell("stage", mine.stage);
  }

  const share = () => mine.stage && others.say({ what: "stage", from: own, ...mine });
  const newer = (then) => (then.revision - mine.revision || then.count - mine.count || (then.rank > mine.rank ? 1 : -1)) > 0;

  /** The server has told another window of what came before that which waits here. */
  const early = (then) => Boolean(server && server.waiting) && then.revision > mine.revision;

  function toldOf(then) {
    if (!newer(then)) return;
    if (!early(then)) adopt(only(then));
    else if (data.role === "leader" && then.stage.device === device) arrived(then);
  }

  /** What waits here is stored, or the first of it, though the answer has not come and may be lost: what is done from now on is newer than that. */
  function arrived({ stage, revision }) {
    const more = content(stage) !== content(mine.stage);
    adopt({ ...mine, revision, count: more ? 1 : 0 }, false);
    if (more) share();
  }

  function fromWindow(message) {
    if (message.from === own) return;
    if (message.what === "stage" && message.stage) toldOf(message);
    if (message.what === "here") rooms.set(message.from, world.Date.now());
    if (message.what === "gone") rooms.delete(message.from);
    if (message.what === "fact") tell("fact", message.fact);
    if (message.what === "who") {
      share();
      here();
    }
    changed({});
  }

  /** The way there takes its time: a clock that differs by less than that is the same, so that seconds do not jump. */
  function set(now) {
    if (now && Math.abs(now - world.Date.now() - offset) > CLOSE) offset = now - world.Date.now();
  }

  function taken({ revision, now }) {
    set(now);
    adopt({ ...mine, revision, count: server.waiting ? 1 : 0 }, false);
    share();
    changed({});
  }

  /** -> whether this machine's is put over the server's. */
  function refused({ stage, revision, by }) {
    if (stage && content(stage) === content(mine.stage)) {
      adopt({ ...mine, revision, count: 0 }, false); // it is there: the answer was lost, or another did the same
      share();
      return false;
    }
    const ours = stage && stage.device === device; // another window of this machine was a moment before
    const won = !stage || (ours ? data.role === "leader" : roomOpen());
    if (won) adopt({ ...mine, revision, count: 1 }, false);
    else adopt({ stage, revision, count: 0, rank: "" });
    if (!ours) tell("settled", { won, by });
    share();
    return won;
  }

  function heard(what, value) {
    set(value && value.now);
    if (what !== "stage") return tell(what, value);
    if (value.stage && value.revision > mine.revision && !server.waiting && !outrun(value)) {
      adopt({ stage: value.stage, revision: value.revision, count: 0, rank: "" });
      share();
    }
  }

  /** A window of this machine did that, and more since: it says so itself when the server has it all. */
  const outrun = ({ stage, revision }) => mine.count > 1 && stage.device === device && revision === mine.revision + 1;

  const here = () => data.role !== "leader" && others.say({ what: "here", from: own });

  const last = kept.load();
  const fresh = last && last.stage && newer(last);
  if (fresh) mine = only(last);
  world.addEventListener("pagehide", () => others.say({ what: "gone", from: own }));
  others.say({ what: "who", from: own });
  here();
  world.setInterval(() => {
    here();
    changed({});
  }, HERE_EVERY);
  if (server) server.start();
  if (server && fresh && last.waiting) server.add({ verb: "back again", step: mine.stage.at });

  return {
    /** The stage is the caller's, made with `apply`; `verb` says what was done. */
    send(stage, verb = stage.verb) {
      const resting = Boolean(mine.stage && mine.stage.calm); // what is done in a break is nobody's business, also when it is sent again
      adopt({ stage: { ...stage, device, by: data.name ?? null, verb }, revision: mine.revision, count: mine.count + 1, rank }, true, Boolean(server));
      share();
      if (server) server.add({ verb: resting ? "rest" : verb, step: stage.at });
      changed({});
    },
    on: (fn) => listeners.push(fn),
    /** To the other windows of this browser, and to none elsewhere: what is no part of the hour, as whether the film can play here. */
    say: (fact) => others.say({ what: "fact", from: own, fact }),
    /** Server time, in milliseconds. */
    now: () => world.Date.now() + offset,
    beside: others.beside,
    device,
    get stage() {
      return mine.stage;
    },
    get state() {
      return state;
    },
  };
}
