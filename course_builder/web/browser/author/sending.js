// One file to the server in pieces: progress, a cut that is waited out, and going on with the same file another day.
const WAITS = [1000, 2000, 5000, 10000, 20000];
const ASK_EVERY = 1500;

export const token = () => document.querySelector("meta[name=csrf]")?.content ?? "";

export class Refused extends Error {}
export class Stopped extends Error {}

// `to` is where uploads of the draft begin. `told({phase, share})` hears: sending, waiting, looking, converting.
export async function send(file, to, told, signal) {
  const memory = `upload:${to}:${file.name}:${file.size}:${file.lastModified}`;
  let state = await resumed(memory, signal);
  if (state) told({ phase: "resumed", share: state.offset / file.size });
  else state = await begin(file, to, signal);
  const { address } = state;
  remember(memory, address);
  signal?.addEventListener("abort", () => forget(address, memory), { once: true });
  state = await pieces(file, address, state, told, signal);
  state = await settled(address, state, told, signal);
  localStorage.removeItem(memory);
  if (state.state === "refused") throw new Refused(state.error);
  return state;
}

async function begin(file, to, signal) {
  return asked(to, { method: "POST", body: JSON.stringify({ name: file.name, size: file.size }), headers: { "Content-Type": "application/json" }, signal });
}

async function resumed(memory, signal) {
  const known = localStorage.getItem(memory);
  if (!known) return null;
  try {
    const state = await asked(known, { signal });
    return state.state === "receiving" ? state : null;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return null;
  }
}

function remember(memory, address) {
  try {
    localStorage.setItem(memory, address);
  } catch {
    // A full or closed storage costs nothing but going on another day.
  }
}

async function pieces(file, address, state, told, signal) {
  let offset = state.offset;
  let failures = 0;
  while (offset < file.size) {
    told({ phase: failures ? "waiting" : "sending", share: offset / file.size });
    try {
      const piece = file.slice(offset, offset + state.piece);
      const headers = { "Upload-Offset": String(offset), "Content-Type": "application/octet-stream" };
      ({ offset } = await asked(address, { method: "PATCH", body: piece, headers, signal }, [409]));
      failures = 0;
    } catch (error) {
      if (error instanceof Refused || error instanceof Stopped) throw error;
      told({ phase: "waiting", share: offset / file.size });
      await online(WAITS[Math.min(failures++, WAITS.length - 1)], signal);
      offset = await whereWeWere(address, offset, signal);
    }
  }
  told({ phase: "sending", share: 1 });
  return state;
}

async function whereWeWere(address, offset, signal) {
  try {
    return (await asked(address, { signal })).offset ?? offset;
  } catch (error) {
    if (error instanceof Refused || error instanceof Stopped) throw error;
    return offset;
  }
}

async function settled(address, state, told, signal) {
  let failures = 0;
  told({ phase: "looking", share: 1 });
  for (;;) {
    try {
      const now = state.state === "converting" ? await asked(address, { signal }) : await asked(`${address}/finish`, { method: "POST", signal }, [409]);
      if (now.state === "done" || now.state === "refused") return now;
      if (now.state === "converting") told({ phase: "converting", share: now.done });
      state = now;
      failures = 0;
      await pause(ASK_EVERY, signal);
    } catch (error) {
      if (error instanceof Refused || error instanceof Stopped) throw error;
      await online(WAITS[Math.min(failures++, WAITS.length - 1)], signal);
    }
  }
}

async function asked(address, options, alsoWell = []) {
  const headers = { Accept: "application/json", "X-CSRF-Token": token(), ...options.headers };
  const answer = await fetch(address, { ...options, headers }).catch((error) => {
    throw options.signal?.aborted ? new Stopped() : error;
  });
  const body = await answer.json().catch(() => ({}));
  if (answer.ok || alsoWell.includes(answer.status)) return body;
  if ((answer.status >= 500 && !body.error) || answer.status === 429) throw new Error(String(answer.status));
  throw new Refused(body.error ?? "");
}

// Until the browser says that the network is back, or some time has gone.
function online(most, signal) {
  return Promise.race([pause(most, signal), new Promise((done) => window.addEventListener("online", done, { once: true }))]);
}

function pause(milliseconds, signal) {
  return new Promise((done, stop) => {
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      stop(new Stopped());
    }, { once: true });
  });
}

function forget(address, memory) {
  localStorage.removeItem(memory);
  fetch(address, { method: "DELETE", headers: { "X-CSRF-Token": token() }, keepalive: true }).catch(() => {});
}
