// What waits to be sent, kept in this browser: under a mark of the account, and locked with a key that only her own
// pages get. So whoever uses the computer next can neither read nor send it. Signing out takes it away.

const ALGORITHM = "AES-GCM";
const IV = 12;

const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
const text = (array) => btoa(Array.from(array, (byte) => String.fromCharCode(byte)).join(""));

/** `place` begins the name of everything kept; -> {safe, put, drop, all}. Not safe: nothing outlives the page. */
export async function copies(place, lock) {
  const store = await opened(place, lock).catch(() => null);
  const order = new Map(); // name -> its last change, so that an older one that takes longer is not written over it
  const name = (part) => `${place}:${part}`;

  async function put(part, value) {
    if (!store) return;
    const turn = {};
    order.set(part, turn);
    const iv = crypto.getRandomValues(new Uint8Array(IV));
    const locked = await crypto.subtle.encrypt({ name: ALGORITHM, iv }, store.key, new TextEncoder().encode(JSON.stringify(value)));
    if (order.get(part) !== turn) return;
    try {
      localStorage.setItem(name(part), `${text(iv)}.${text(new Uint8Array(locked))}`);
    } catch {
      // full: it is still in memory, and on its way
    }
  }

  function drop(part) {
    order.delete(part);
    if (store) localStorage.removeItem(name(part));
  }

  async function read(full) {
    const [iv, locked] = localStorage.getItem(full).split(".").map(bytes);
    const open = await crypto.subtle.decrypt({ name: ALGORITHM, iv }, store.key, locked);
    return [full.slice(place.length + 1), JSON.parse(new TextDecoder().decode(open))];
  }

  /** [name, value] of everything that can be read. */
  async function all() {
    const mine = store ? Object.keys(localStorage).filter((full) => full.startsWith(`${place}:`)) : [];
    const found = await Promise.all(mine.map((full) => read(full).catch(() => null)));
    return found.filter(Boolean);
  }

  return { safe: Boolean(store), put, drop, all };
}

// Only pages over TLS, or of this machine itself, may lock things.
async function opened(place, lock) {
  const key = await crypto.subtle.importKey("raw", bytes(lock), ALGORITHM, false, ["encrypt", "decrypt"]);
  localStorage.setItem(place, "");
  localStorage.removeItem(place);
  return { key };
}
