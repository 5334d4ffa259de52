// Answers, notes and what has been read, on their way to the server: each waits here until the server has it.

export const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** `copies` keeps them if the page goes away; `post` sends one. */
export function outbox(copies, post) {
  const items = new Map(); // name -> {what, body, reply, settle}

  function hold(name, what, body) {
    const item = { what, body };
    item.reply = new Promise((resolve) => (item.settle = resolve));
    items.delete(name);
    items.set(name, item); // last, also when it takes another's place
    return item;
  }

  return {
    get size() {
      return items.size;
    },
    all: () => items.values(),
    find: (name) => items.get(name),

    /** What waited when a page went away. */
    async load() {
      for (const [name, kept] of await copies.all()) if (kept.what) hold(name, kept.what, kept.body);
    },

    /** A later one of the same name takes its place. The reply comes when the server has it, or will not have it. */
    add(name, what, body) {
      const item = hold(name, what, body);
      copies.put(name, { what, body });
      return item;
    },

    /** Sends what is there, in order, and what is added meanwhile; -> whether all of it has gone. */
    async flush(heard) {
      for (const [name, item] of items) {
        const reply = await post(item.what, item.body);
        heard(reply, item);
        if (reply.how === "later" && reply.status) continue; // this one is too much for the server: the others may not be
        if (reply.how === "later" || reply.how === "away") return false;
        if (items.get(name) === item) {
          items.delete(name);
          copies.drop(name);
        }
        item.settle(reply);
        await null; // the reply may lead to one more
      }
      return items.size === 0;
    },
  };
}
