// The server's side of a link: what this view did is put there, what others did comes back. Cut off, it tries again until it is heard.

const RETRY = [1000, 2000, 4000, 8000, 15000]; // milliseconds
const OVER = [404, 410];
const PATIENCE = 10000;
const LOST = ["TypeError", "SyntaxError", "AbortError"];
const MOST = 100; // verbs at once
const KEY = 8; // bytes
const CLOSED = 2; // an EventSource that does not try again by itself

const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(KEY)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * `now()` -> {stage, revision, busy}: what is to be put. Told back: `taken({revision, now})`, `refused({stage, revision, by})` when another
 * wrote in between, `heard(what, value)` of the events, `mode("server"|"alone"|"signed-out"|"gone")`.
 */
export function wire(server, told, world = window) {
  let verbs = []; // what has been done since the server last heard; an hour without network has more than is taken at once
  let going = false;
  let tries = 0;
  let timer = null;
  let events = null;

  async function put() {
    if (going) return;
    going = true;
    const sent = verbs.slice(0, MOST);
    const { stage, revision } = told.now();
    const reply = await request(server.stage, { method: "PUT", body: JSON.stringify({ base: revision, stage, verbs: sent }) });
    going = false;
    if (reply.status === 200) {
      verbs = verbs.slice(sent.length);
      arrived();
      told.taken(reply.body);
      if (verbs.length) put();
    } else if (reply.status === 409) {
      if (told.refused(reply.body)) put(); // ours is put over it
      else verbs = [];
      arrived();
    } else if (reply.status === 403 && (await renewed())) put();
    else failed(reply.status);
  }

  /** Who has signed in anew has another token; the page asks for it once. */
  async function renewed() {
    const reply = await request(server.here, { method: "GET" });
    const other = reply.status === 200 && reply.body.csrf !== server.csrf;
    if (other) server.csrf = reply.body.csrf;
    return other;
  }

  async function request(address, options) {
    const headers = { "Content-Type": "application/json", "X-CSRF-Token": server.csrf };
    const gone = new AbortController(); // a network may also go without a word
    const patience = world.setTimeout(() => gone.abort(), PATIENCE);
    try {
      const answer = await world.fetch(address, { ...options, headers, credentials: "same-origin", cache: "no-store", signal: gone.signal });
      const body = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : null;
      return { status: answer.status, body };
    } catch (lost) {
      if (!LOST.includes(lost.name)) throw lost;
      return { status: 0, body: null };
    } finally {
      world.clearTimeout(patience);
    }
  }

  function arrived() {
    tries = 0;
    told.mode("server");
    if (events && events.readyState === CLOSED) listen();
  }

  /** Ended, or not hers any more: there is nobody to try again with. */
  function failed(status) {
    if (OVER.includes(status)) told.mode("gone");
    else later(status === 401 ? "signed-out" : "alone");
  }

  function later(mode) {
    told.mode(mode);
    soon();
    tries += 1;
  }

  /** One try is enough, however many have asked for it. */
  function soon() {
    if (timer !== null) return;
    timer = world.setTimeout(() => {
      timer = null;
      again();
    }, RETRY[Math.min(tries, RETRY.length - 1)]);
  }

  const again = () => (verbs.length ? put() : look());

  /** What the server has now: at the start, and when the way there is open again. */
  async function look() {
    const reply = await request(server.stage, { method: "GET" });
    if (reply.status !== 200) return failed(reply.status);
    arrived();
    told.heard("stage", reply.body);
  }

  /** The server ends a stream now and then, and a new one is asked for: whether the way is open, `again` finds out. */
  function listen() {
    if (!server.events || !world.EventSource) return;
    events = new world.EventSource(`${server.events}?s=${told.name}`);
    for (const what of ["stage", "rounds", "attendance", "actions", "notes"]) events.addEventListener(what, (event) => told.heard(what, JSON.parse(event.data)));
    events.addEventListener("open", () => again());
    events.addEventListener("error", soon);
  }

  world.addEventListener("online", () => again());
  return {
    get waiting() {
      return verbs.length > 0;
    },
    start() {
      look();
      listen();
    },
    /** `verb` is {verb, step}; its key says that it is the same when it is sent again because an answer got lost. */
    add(verb) {
      verbs = [...verbs, { ...verb, key: newKey() }];
      put();
    },
  };
}
