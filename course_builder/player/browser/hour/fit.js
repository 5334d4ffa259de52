// A wall is filled: a short text gets large type, a long one smaller, step by step. The style sheet has the least and the largest sizes.

const STEPS = [1.4, 1.28, 1.16, 1.08, 1, 0.92, 0.85, 0.78, 0.72, 0.66, 0.6, 0.54, 0.48, 0.44];
const SOME_AIR = 0.86; // of the height: what is larger than planned does not fill it all

/** `root` takes the step as `--fit`; `box` is what must hold its content. On a phone a page scrolls instead. */
export function fit(root, box, world = window) {
  if (world.matchMedia("(max-width: 48rem)").matches) return root.style.setProperty("--fit", 1);
  for (const step of STEPS) {
    root.style.setProperty("--fit", step);
    if (holds(box, step > 1 ? SOME_AIR : 1)) return;
  }
}

function holds(box, share) {
  const last = [...box.children].filter((one) => one.offsetHeight);
  const used = last.reduce((sum, one) => sum + one.offsetHeight, 0);
  return box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1 && used <= box.clientHeight * share;
}
