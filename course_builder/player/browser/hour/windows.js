// The windows of one browser: each tells the others what it has. A channel where there is one, the window that opened it (files have no
// origin that they share), and the browser's own store. Nothing here knows the network.

/** `say(message)` to the other windows; `heard(message)` is called with theirs. `beside` is a window that was opened from here. */
export function windows(id, heard, world = window) {
  const name = `course-builder hour ${id}`;
  const beside = new Set(world.opener ? [world.opener] : []);
  const channel = opened(() => new world.BroadcastChannel(name));
  const take = (message) => message && message.hour === id && heard(message);
  if (channel) channel.onmessage = (event) => take(event.data);
  world.addEventListener("message", (event) => {
    if (!known(event.source)) return;
    take(event.data);
  });
  world.addEventListener("storage", (event) => {
    if (event.key === name && event.newValue) take(JSON.parse(event.newValue));
  });

  /** A window that this one opened, or was opened by; nobody else is listened to. */
  function known(source) {
    return source && beside.has(source);
  }

  return {
    say(message) {
      const whole = { ...message, hour: id };
      if (channel) channel.postMessage(whole);
      for (const one of beside) opened(() => one.postMessage(whole, origin(world)));
      opened(() => world.localStorage.setItem(name, JSON.stringify({ ...whole, at: Math.random() })));
    },
    beside: (opened) => opened && beside.add(opened),
  };
}

/** Files have the origin "null", which cannot be named as a target. */
const origin = (world) => (world.location.protocol === "file:" ? "*" : world.location.origin);

/** None where the browser refuses it: the other ways remain. */
function opened(make) {
  try {
    return make();
  } catch (refused) {
    if (!(refused instanceof Error)) throw refused;
    return null;
  }
}
