// What this phone keeps of one hour: who it is (a number that nobody else has), and answers until the server has them.
// A browser that keeps nothing takes part all the same, as long as its page is open.

const BEGINNING = "course-builder:room:";

export function memory(door, store = window.localStorage) {
  const name = BEGINNING + door;
  let held = { token: random(16), stream: random(8), answers: {} };
  try {
    held = { ...held, ...JSON.parse(store.getItem(name)) };
    forget((other) => other.startsWith(BEGINNING) && other !== name);
  } catch {
    // as new
  }
  save();

  function save() {
    try {
      store.setItem(name, JSON.stringify(held));
    } catch {
      // the page remembers
    }
  }

  function forget(which) {
    for (const other of Object.keys(store).filter(which)) store.removeItem(other);
  }

  return {
    token: held.token,
    stream: held.stream,
    /** -> {given, state: "saving"|"saved"|"kept"|"closed"} or undefined */
    answer: (round) => held.answers[round],
    waiting: () => Object.keys(held.answers).filter((round) => ["saving", "kept"].includes(held.answers[round].state)),
    put(round, given, state) {
      held.answers[round] = { given, state };
      save();
    },
    /** When the hour is over nothing of it is left in the phone. */
    clear() {
      held.answers = {};
      try {
        store.removeItem(name);
      } catch {
        // there was nothing
      }
    },
  };
}

function random(bytes) {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
