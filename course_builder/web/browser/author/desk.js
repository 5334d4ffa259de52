// Where everything that is written is saved: within two seconds, one request at a time, and what the server has not
// answered for stays first in line, unchanged, until it has. Nothing is given up; what waits is kept in the browser too.

import { copies } from "../../../player/browser/app/copies.js";
import { createQueue } from "./queue.js";
import { ask, whoIsIn } from "./server.js";

const WAIT = 1200; // from the first change to its sending
const TRIES = [1000, 2000, 4000, 8000, 15000, 30000];
const REFUSED = [413, 422];

export function openDesk(facts) {
  const heard = new Map();
  const bases = new Map();
  const queue = createQueue();
  const store = copies(facts.place, facts.lock);
  const held = new Map(); // path -> why nothing of it is sent: a conflict, or a refusal
  let current = null;
  let timer = null;
  let tries = 0;
  let state = { name: "saved" };
  let head = facts.base;
  let typed = 0;

  const base = (path) => bases.get(path) ?? facts.base;
  const busy = () => Boolean(current || queue.size);
  const emit = (name, detail) => (heard.get(name) ?? []).map((fn) => fn(detail)).some(Boolean);
  const on = (name, fn) => heard.set(name, [...(heard.get(name) ?? []), fn]);

  function say(name, detail = {}) {
    state = { name, ...detail };
    emit("state", state);
  }

  function wake(wait) {
    if (timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      send();
    }, wait);
  }

  async function keep(path) {
    const waits = [current, ...queue.of(path)].filter((job) => job?.path === path);
    if (!waits.length) return (await store).drop(path);
    await (await store).put(path, { path, jobs: waits.map(({ kind, text, block, edits }) => ({ kind, text, block, edits })), base: base(path), title: document.title, at: Date.now() });
  }

  function add(job) {
    queue.add(job);
    keep(job.path);
    if (!["out", "other", "gone"].includes(state.name)) say(held.has(job.path) ? "unsaved" : current || tries === 0 ? "saving" : "unsaved");
    wake(tries ? TRIES[Math.min(tries, TRIES.length) - 1] : WAIT);
  }

  /** The whole text of a file. */
  function save(path, text) {
    typed = performance.now();
    add({ kind: "save", path, text });
  }

  /** Single values: [{op, at, value, was, index, item}]; `block` is a fenced block of a lesson, or null. */
  const edit = (path, block, edits) => add({ kind: "edit", path, block: block ?? null, edits });

  async function send() {
    if (current) return;
    current = queue.next(held);
    if (!current) return settle();
    say("saving");
    const job = current;
    const { kind, path, text, block, edits } = job;
    const body = kind === "save" ? { path, text, base: base(path) } : { path, block, edits, base: base(path) };
    await after(job, await ask(`${facts.address}/${kind}`, { method: "POST", body }));
  }

  async function after(job, { status, data }) {
    if (status === 200) return saved(job, data);
    if (status === 409) return conflict(job, data);
    if (status === 401 || status === 403) return signedOut();
    if (status === 404) return stop("gone");
    if (REFUSED.includes(status)) return refused(job, data);
    say("unsaved", { why: "away" });
    later();
  }

  function saved(job, data) {
    current = null;
    tries = 0;
    bases.set(job.path, data.revision);
    const skipped = data.revision > head + 1;
    head = Math.max(head, data.head ?? data.revision);
    keep(job.path);
    emit("saved", { ...data, path: job.path, kind: job.kind, waits: queue.of(job.path).length > 0 });
    emit("problems", { path: job.path, problems: data.problems ?? [] });
    if (job.kind === "edit") emit("step", { revision: data.revision });
    if (skipped) emit("others", {});
    if (queue.next(held, true)) return send();
    say(held.size ? "unsaved" : "saved", { time: data.saved_at });
    settle();
  }

  function conflict(job, data) {
    current = null;
    tries = 0;
    const rest = queue.take(job.path);
    if (data.missed) {
      bases.set(job.path, data.revision);
      emit("saved", { ...data, path: job.path, kind: job.kind, waits: false });
    }
    const mine = [...rest].reverse().find((one) => one.kind === "save")?.text ?? job.text;
    const jobs = data.missed ? rest : [job, ...rest];
    held.set(job.path, { jobs });
    keepHeld(job.path, jobs);
    say("unsaved", { why: "conflict" });
    emit("conflict", { path: job.path, kind: job.kind, mine, jobs, ...data });
    if (queue.size) send();
  }

  async function keepHeld(path, jobs) {
    await (await store).put(path, { path, jobs, base: base(path), title: document.title, at: Date.now() });
  }

  /** Ends a conflict: what is to be saved instead, on top of `revision`; nothing when the other's text is taken. */
  async function resolve(path, revision, jobs = []) {
    held.delete(path);
    const written = queue.take(path);
    bases.set(path, revision);
    for (const job of [...jobs, ...written]) add({ ...job, path });
    if (!jobs.length && !written.length) await (await store).drop(path);
    if (!busy() && !held.size) say("saved", {});
    wake(0);
  }

  function refused(job, data) {
    current = null;
    held.set(job.path, { jobs: [job] });
    queue.back(job);
    say("unsaved", { why: "refused", words: data.error });
    held.delete(job.path); // the next change of the text is a new try
  }

  async function signedOut() {
    const who = await whoIsIn(facts.mark);
    if (who === "same" && tries < 2) {
      tries += 1;
      return again();
    }
    if (who === "out" || who === "other") say(who);
    else say("unsaved", { why: "away" });
    later();
  }

  function stop(name) {
    say(name);
    emit("stopped", { name });
  }

  function later() {
    tries += 1;
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      again();
    }, TRIES[Math.min(tries, TRIES.length) - 1]);
  }

  /** The same request once more: whether it arrived the first time, the server can tell. */
  async function again() {
    if (!current) return send();
    if (["out", "other"].includes(state.name) && (await whoIsIn(facts.mark)) !== "same") return later();
    const job = current;
    current = null;
    queue.back(job);
    return send();
  }

  let waiting = [];
  function settle() {
    if (busy()) return;
    for (const done of waiting) done();
    waiting = [];
  }

  /** Resolves when everything is saved, or after `most` milliseconds. */
  function settled(most = 4000) {
    if (!busy()) return Promise.resolve(true);
    clearTimeout(timer);
    timer = null;
    if (!current) send();
    return Promise.race([new Promise((done) => waiting.push(() => done(true))), new Promise((done) => setTimeout(() => done(false), most))]);
  }

  /** Something else of the draft was changed by this page: an outline, an upload. */
  function moved(revision) {
    head = Math.max(head, revision);
  }

  function hurry() {
    if (!busy() && tries === 0) return;
    clearTimeout(timer);
    timer = null;
    if (current && tries) again();
    else send();
  }

  addEventListener("online", hurry);
  addEventListener("focus", () => tries && hurry());
  document.addEventListener("visibilitychange", () => (document.hidden ? busy() && !tries && hurry() : tries && hurry()));

  return {
    facts,
    words: facts.words,
    get base() {
      return base(facts.path);
    },
    get head() {
      return head;
    },
    get state() {
      return state;
    },
    get typed() {
      return typed;
    },
    get busy() {
      return busy();
    },
    store,
    held,
    adopt: (path, revision) => bases.set(path, revision),
    ask,
    edit,
    emit,
    moved,
    on,
    resolve,
    save,
    settled,
    waits: (path) => current?.path === path || queue.of(path).length > 0 || held.has(path),
  };
}
