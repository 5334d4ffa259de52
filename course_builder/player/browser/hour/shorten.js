// Which steps give up time, and how much: the same rule as `content/steps.py`, held to it by tests/shortening.json.

/** Films keep their length, and what is `keep` keeps its minutes. */
export const gives = (step) => !step.keep && step.shrink != null && step.kind !== "film";

/** Cuts so that the steps fit in so many minutes: the lowest `shrink` first, never under `least`; `to` 0 is skipped. */
export function shorten(steps, minutes) {
  let rest = Math.max(0, steps.reduce((sum, step) => sum + step.minutes, 0) - minutes);
  const cuts = [];
  for (const step of inOrder(steps)) {
    const given = Math.min(rest, step.minutes - (step.least ?? step.minutes));
    if (given <= 0) continue;
    rest -= given;
    cuts.push({ id: step.id, to: step.minutes - given });
  }
  return { cuts, stillOver: rest };
}

const inOrder = (steps) => steps.filter(gives).sort((one, other) => one.shrink - other.shrink); // the sort is stable
