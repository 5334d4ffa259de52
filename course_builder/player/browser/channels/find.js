// Where a portal's object may be: in a frame around us, in the window that opened us, or in a frame around that.

const HOPS = 10;
const OPENERS = 3;
const STEP = 100;
const PATIENCE = 5000;

/** The object, and how many other windows of ours there are for it to appear in. */
function inParents(start, name, verb) {
  let ours = 0;
  for (let win = start, hop = 0; win && hop <= HOPS; hop += 1) {
    try {
      if (win[name] && win[name][verb]) return { found: win[name] };
      if (win !== window) ours += 1;
    } catch {
      // a window of another origin: one further up may be ours again
    }
    if (win.parent === win) break;
    win = win.parent;
  }
  return { found: null, ours };
}

function openerOf(win) {
  try {
    return win.opener || win.top.opener;
  } catch {
    return null;
  }
}

function look(name, verb) {
  let ours = 0;
  for (let place = window, turn = 0; place && turn < OPENERS; turn += 1, place = openerOf(place)) {
    const seen = inParents(place, name, verb);
    if (seen.found) return seen;
    ours += seen.ours;
  }
  return { found: null, ours };
}

/** Some portals make their object after our page has loaded: worth waiting for where one could come. */
export async function find(name, verb) {
  for (let waited = 0; ; waited += STEP) {
    const { found, ours } = look(name, verb);
    if (found || !ours || waited >= PATIENCE) return found;
    await new Promise((resume) => setTimeout(resume, STEP));
  }
}
