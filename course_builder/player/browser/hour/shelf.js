// Where what waits is kept: locked under the account's key where there is a server, plain in a meeting kit, which has
// nobody to keep secrets from but whoever has the same stick in her hand.

import { copies } from "../app/copies.js";

/** `place` begins every name; -> {safe, put, drop, all}. */
export function shelf(server, place) {
  return server ? locked(place, server.lock) : plain(place);
}

function locked(place, lock) {
  let store = null;
  const ready = copies(place, lock).then((made) => (store = made));
  return {
    get safe() {
      return store === null || store.safe;
    },
    put: (key, item) => ready.then((made) => made.put(key, item)),
    drop: (key) => ready.then((made) => made.drop(key)),
    all: () => ready.then((made) => made.all()),
  };
}

function plain(place) {
  const full = (key) => `${place}:${key}`;
  const quietly = (work, otherwise) => {
    try {
      return work();
    } catch {
      return otherwise; // a browser that lets files keep nothing: it is in memory
    }
  };
  const mine = () => Object.keys(localStorage).filter((name) => name.startsWith(`${place}:`));
  return {
    safe: true,
    put: (key, item) => quietly(() => localStorage.setItem(full(key), JSON.stringify(item))),
    drop: (key) => quietly(() => localStorage.removeItem(full(key))),
    all: async () => quietly(() => mine().map((name) => [name.slice(place.length + 1), JSON.parse(localStorage.getItem(name))]), []),
  };
}
