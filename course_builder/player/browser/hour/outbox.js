// What is noted during an hour, on its way to the server: kept in this browser until the server has it, sent in the order
// in which it was said. Each body says how things are, never what changed, so that it may be sent twice.

import { newKey } from "../app/outbox.js";
import { filled } from "../dom.js";
import { shelf } from "./shelf.js";
import { written } from "./time.js";

const AGAIN = [2000, 5000, 10000, 20000];
const PATIENCE = 30000;
const NOT_HERS = [401, 403];
const LATER = [408, 425, 429];

export { newKey };

/**
 * `data.id` names the hour; `data.server` is `{csrf, place, lock, here}` (web.copies), or null in a meeting kit: then all of it stays here. `data.words.saving` are the words.
 * -> `{put, on, state, words, waiting, load}`; `put(address, body, key, done)` replaces what waits under the same key, and
 * `done({ok, status, ...reply})` is called when the server has answered for good.
 */
export function outbox(data) {
  const { server } = data;
  const words = data.words.saving;
  const items = new Map(); // key -> {address, body, at}
  const dones = new Map();
  const listeners = new Set();
  const kept = shelf(server, `${server ? server.place : "course-builder:hour"}:${data.id}`);
  let state = "saved";
  let at = null;
  let tries = 0;
  let timer = 0;
  let sending = false;

  function say(now) {
    state = now;
    for (const fn of listeners) fn(told());
  }

  // In words; empty as long as nothing was ever sent.
  const told = () => ({ state, waiting: items.size, text: state === "saved" && !at ? "" : filled(words[state], { time: at ? written(at, data.language) : "" }) });

  function put(address, body, key, done) {
    const item = { address, body, at: Date.now() };
    items.delete(key);
    items.set(key, item);
    if (done) dones.set(key, done);
    kept.put(key, item);
    flush();
  }

  async function post(item) {
    const gone = new AbortController();
    const patience = setTimeout(() => gone.abort(), PATIENCE);
    try {
      const answer = await fetch(item.address, {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRF-Token": server.csrf },
        body: JSON.stringify(item.body),
        redirect: "error",
        signal: gone.signal,
      });
      // A network that wants a click first answers with a page of its own: then there is no JSON to read.
      return { ...(await answer.json()), ok: answer.ok, status: answer.status };
    } catch {
      return { ok: false, status: 0 };
    } finally {
      clearTimeout(patience);
    }
  }

  async function flush() {
    if (!server) return say("kept");
    if (sending) return undefined;
    clearTimeout(timer);
    sending = true;
    say("saving");
    const stopped = await deliver();
    sending = false;
    if (!stopped) {
      tries = 0;
      at = new Date();
      return say("saved");
    }
    timer = setTimeout(flush, AGAIN[Math.min(tries++, AGAIN.length - 1)]);
    return say(stopped === "away" ? "away" : "unsaved");
  }

  // Who has signed in anew has another token. What she noted is hers: nobody else's token sends it.
  async function renewed() {
    const answer = await fetch(server.here, { headers: { Accept: "application/json" }, cache: "no-store" }).catch(() => null);
    const told = answer && answer.ok ? await answer.json().catch(() => ({})) : {};
    const anew = told.place === server.place && told.csrf !== server.csrf;
    if (anew) server.csrf = told.csrf;
    return anew;
  }

  // -> "" when all has gone, else why not
  async function deliver() {
    for (const [key, item] of items) {
      let reply = await post(item);
      if (reply.status === 403 && (await renewed())) reply = await post(item);
      if (NOT_HERS.includes(reply.status)) return "away";
      if (reply.status === 0 || reply.status >= 500 || LATER.includes(reply.status)) return "later";
      if (items.get(key) !== item) continue; // another took its place meanwhile, and is on its way
      forget(key);
      const done = dones.get(key);
      dones.delete(key);
      if (done) done(reply);
    }
    return "";
  }

  function forget(key) {
    items.delete(key);
    kept.drop(key);
  }

  /** What waited when a page went away. Said since, it is not said again. */
  async function load() {
    const before = await kept.all();
    before.sort(([, a], [, b]) => a.at - b.at);
    const since = [...items];
    for (const [key, item] of before) if (!items.has(key)) items.set(key, item);
    for (const [key, item] of since) (items.delete(key), items.set(key, item));
    if (before.length) await flush();
    return before;
  }

  addEventListener("online", () => items.size && flush());
  addEventListener("beforeunload", (event) => !kept.safe && server && items.size && event.preventDefault());

  return {
    put,
    load,
    on(fn) {
      listeners.add(fn);
      fn(told());
      return () => listeners.delete(fn);
    },
    get state() {
      return told();
    },
    get waiting() {
      return items.size;
    },
    /** [key, item] of everything that waits, in order. */
    all: () => [...items],
  };
}
