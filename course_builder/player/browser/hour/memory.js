// What a view keeps of the hour in its browser: the last stage, so that a reload or a crash goes on where it was, and this machine's name.

/** `load()` -> what was kept or null; `save(value)`. A browser that keeps nothing is like one that has nothing kept. */
export function memory(id, store) {
  const name = `course-builder stage ${id}`;
  return {
    load: () => readable(() => JSON.parse(store.getItem(name))),
    save: (value) => readable(() => store.setItem(name, JSON.stringify(value))),
  };
}

/** The same for all windows of a browser, and says nothing of whose it is. */
export function deviceOf(store, random = () => Math.random().toString(36).slice(2, 10)) {
  const name = "course-builder device";
  const known = readable(() => store.getItem(name));
  if (known) return known;
  const made = random();
  readable(() => store.setItem(name, made));
  return made;
}

function readable(read) {
  try {
    return read() ?? null;
  } catch (refused) {
    if (!(refused instanceof Error)) throw refused;
    return null;
  }
}
