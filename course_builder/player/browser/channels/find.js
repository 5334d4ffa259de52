// Where a portal's object may be: in a frame around us, in the window that opened us, or in a frame around that.

const HOPS = 10;
const OPENERS = 3;

function inParents(start, name) {
  for (let win = start, hop = 0; win && hop <= HOPS; hop += 1) {
    try {
      if (win[name]) return win[name];
    } catch {
      // a frame of another origin: its parent may still be one of ours
    }
    if (win.parent === win) return null;
    win = win.parent;
  }
  return null;
}

const opener = (win) => {
  try {
    return win.opener || (win.top !== win && win.top.opener) || null;
  } catch {
    return null;
  }
};

export function find(name, win = window) {
  for (let place = win, turn = 0; place && turn < OPENERS; turn += 1) {
    const found = inParents(place, name);
    if (found) return found;
    place = opener(place);
  }
  return null;
}

/** Some portals make their object after our page has loaded. */
export async function findPatiently(name, { patience = 5000, step = 100, win = window } = {}) {
  const alone = win.parent === win && !opener(win);
  for (let waited = 0; ; waited += step) {
    const found = find(name, win);
    if (found || alone || waited >= patience) return found;
    await new Promise((resume) => setTimeout(resume, step));
  }
}
