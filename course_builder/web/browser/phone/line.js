// The line to the room: an event stream, and where none gets through a question every three seconds. A phone that has slept, or lost
// its network, catches up as soon as it is looked at. What comes is always everything, so nothing is missed.

import { ask } from "./ask.js";

const POLL = 3000;
const SILENT = 45000; // after so long the page asks whether anything is new
const STREAM_AGAIN = 60000;
const GONE = 410;

/** `told.room(document)`, `told.state("here"|"away"|"over"|"elsewhere")`. */
export function line({ events, state }, told, world = window) {
  let stream = null;
  let timer = null;
  let etag = null;
  let heard = 0;
  let failures = 0;
  let over = false;

  function listen() {
    stop();
    if (!world.EventSource) return poll();
    stream = new world.EventSource(events);
    stream.addEventListener("room", (event) => arrived(JSON.parse(event.data)));
    stream.addEventListener("elsewhere", () => end("elsewhere"));
    stream.addEventListener("open", () => {
      failures = 0;
      told.state("here");
    });
    stream.addEventListener("error", () => {
      failures += 1;
      if (stream.readyState === 2 || failures > 2) poll();
      else look();
    });
    wait(SILENT, look);
  }

  async function poll() {
    stop();
    const since = Date.now();
    await look();
    if (over || stream) return;
    if (Date.now() - since < STREAM_AGAIN && failures < STREAM_AGAIN / POLL) {
      failures += 1;
      wait(POLL * spread(), poll);
    } else {
      failures = 0;
      listen();
    }
  }

  /** What there is now. */
  async function look() {
    const { status, body, etag: mark } = await ask(state, null, etag ? { "If-None-Match": etag } : {});
    if (over) return;
    if (status === GONE) return end("over");
    if (status === 200) {
      etag = mark;
      arrived(body);
    }
    told.state(status === 200 || status === 304 ? "here" : "away");
    if (stream) wait(SILENT, look);
  }

  function arrived(document) {
    heard = Date.now();
    if (stream) wait(SILENT, look);
    told.room(document);
    if (document.over) end("over");
  }

  function end(how) {
    over = true;
    stop();
    told.state(how);
  }

  function stop() {
    stream?.close();
    stream = null;
    world.clearTimeout(timer);
  }

  function wait(much, then) {
    world.clearTimeout(timer);
    timer = world.setTimeout(then, much);
  }

  const spread = () => 0.7 + Math.random() * 0.6; // a room full of phones comes back one by one

  function awake() {
    if (over || world.document.visibilityState === "hidden" || Date.now() - heard < 1000) return;
    failures = 0;
    listen();
    look();
  }

  world.document.addEventListener("visibilitychange", awake);
  world.addEventListener("online", awake);
  world.addEventListener("pageshow", (event) => event.persisted && awake());
  listen();
  return { look };
}
