// Machines with windows, and a server that they may reach or not: enough of a browser for the link of an hour.

class Store {
  kept = new Map();
  getItem = (name) => this.kept.get(name) ?? null;
  setItem = (name, value) => this.kept.set(name, String(value));
}

/** A clock that the test moves; timers go off in order. */
export function time(now = 1_000_000_000_000) {
  const timers = [];
  return {
    get now() {
      return now;
    },
    set(run, after, again = 0) {
      const timer = { run, at: now + after, again };
      timers.push(timer);
      return timer;
    },
    drop: (timer) => timers.includes(timer) && timers.splice(timers.indexOf(timer), 1),
    async pass(milliseconds) {
      const until = now + milliseconds;
      for (;;) {
        const next = timers.filter((timer) => timer.at <= until).sort((one, other) => one.at - other.at)[0];
        if (!next) break;
        now = Math.max(now, next.at);
        if (next.again) next.at += next.again;
        else timers.splice(timers.indexOf(next), 1);
        next.run();
        await settled();
      }
      now = until;
      await settled();
    },
  };
}

/** What has been promised has come. */
export async function settled() {
  for (let turn = 0; turn < 30; turn += 1) await null;
}

/** Keeps a stage as the application does: only on top of the newest, and of what was done each once. */
export class Server {
  revision = 0;
  stage = null;
  verbs = [];
  keys = new Set();
  largest = 0; // so many verbs at once
  up = true;
  signedIn = true;
  listeners = new Set();

  constructor(clock) {
    this.clock = clock;
  }

  answer(name, method, body) {
    if (!this.up) return [0, null];
    if (!this.signedIn) return [401, {}];
    if (method === "GET") return [200, { stage: this.stage, revision: this.revision, now: this.clock.now, by: this.stage?.by ?? "" }];
    const { base, stage, verbs } = JSON.parse(body);
    if (base !== this.revision) return [409, { stage: this.stage, revision: this.revision, by: this.stage?.by ?? "" }];
    this.stage = { ...stage, by: name };
    this.revision += 1;
    this.largest = Math.max(this.largest, verbs.length);
    for (const { verb, key } of verbs) if (!this.keys.has(key)) this.verbs.push(`${name} ${verb}`);
    for (const { key } of verbs) if (key) this.keys.add(key);
    for (const told of this.listeners) told({ stage: this.stage, revision: this.revision, by: name });
    return [200, { revision: this.revision, now: this.clock.now }];
  }
}

export class Machine {
  constructor(clock, server = null, name = "Sara") {
    Object.assign(this, { clock, server, name, online: true, store: new Store(), open: [] });
  }

  /** The `window` of one page. `channel: false` is a browser without a BroadcastChannel. */
  window({ channel = true, opener = null, protocol = "https:" } = {}) {
    const machine = this;
    const handlers = {};
    const world = {
      opener,
      location: { protocol, origin: "https://kurser.example" },
      localStorage: {
        getItem: machine.store.getItem,
        setItem(name, value) {
          machine.store.setItem(name, value);
          const late = world.channels.some((one) => one.late); // as slow as the channel
          for (const other of machine.open) if (other !== world && !late) other.fire("storage", { key: name, newValue: value });
        },
      },
      Date: { now: () => machine.clock.now },
      setTimeout: (run, after) => machine.clock.set(() => machine.open.includes(world) && run(), after),
      setInterval: (run, every) => machine.clock.set(() => machine.open.includes(world) && run(), every, every),
      clearTimeout: (timer) => machine.clock.drop(timer),
      addEventListener: (what, handler) => (handlers[what] ||= []).push(handler),
      fire: (what, event) => (handlers[what] || []).forEach((handler) => handler(event)),
      postMessage: (message, from) => world.fire("message", { data: structuredClone(message), source: from }),
      channels: [],
      streams: [],
      async fetch(address, { method, body, signal }) {
        await null;
        if (machine.silent) await new Promise((answer, refuse) => signal.addEventListener("abort", () => refuse(signal.reason)));
        const [status, json] = machine.online && machine.server ? machine.server.answer(machine.name, method, body) : [0, null];
        if (!status || machine.deaf) throw new TypeError("network");
        return { status, headers: { get: () => "application/json" }, json: async () => structuredClone(json) };
      },
    };
    world.BroadcastChannel = class {
      constructor(channelName) {
        if (!channel) throw new Error("no channel here");
        this.name = channelName;
        this.waiting = [];
        world.channels.push(this);
      }
      postMessage(message) {
        for (const other of machine.open) for (const one of other.channels) if (other !== world && one.name === this.name) one.take(structuredClone(message));
      }
      take(data) {
        if (this.late) this.waiting.push(data);
        else this.onmessage({ data });
      }
      arrive() {
        this.late = false;
        for (const data of this.waiting.splice(0)) this.onmessage({ data });
      }
    };
    world.EventSource = class {
      constructor() {
        this.handlers = {};
        this.readyState = 1;
        world.streams.push(this);
        const tell = (value) => this.readyState === 1 && machine.online && machine.server.up && this.handlers.stage({ data: JSON.stringify(value) });
        machine.server.listeners.add(tell);
      }
      addEventListener(what, handler) {
        this.handlers[what] = handler;
      }
      /** By the server; `closed`: the browser does not ask again. */
      end(closed) {
        this.readyState = closed ? 2 : 1;
        this.handlers.error({});
      }
    };
    this.open.push(world);
    return world;
  }

  close(world) {
    this.open.splice(this.open.indexOf(world), 1);
    world.fire("pagehide", {});
  }
}
