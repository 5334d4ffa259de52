// Alone, in pairs, all together: the three parts of one step, which share its minutes. A leader goes from one to the next.

import { MINUTE, minutesOf } from "./minutes.js";

const SHARES = [
  { name: "alone", share: 1 },
  { name: "pairs", share: 2 },
  { name: "all", share: 3 },
];
export const PHASES = SHARES.map((one) => one.name);

/** The phase of a step that has been entered; `until` is in milliseconds of the step's own time. */
export function entered(stage, steps, now = stage.since) {
  const epa = steps.find((step) => step.id === stage.at)?.method === "epa";
  return { ...stage, phase: epa ? phase(0, Math.max(0, now - stage.since), minutesOf(stage, stage.at)) : null };
}

/** What `next` leads to within the step, or null when the step is done. */
export const phaseAfter = (stage, elapsed) => neighbour(stage, elapsed, 1);
export const phaseBefore = (stage, elapsed) => neighbour(stage, elapsed, -1);

function neighbour(stage, elapsed, way) {
  const index = stage.phase ? PHASES.indexOf(stage.phase.name) + way : -1;
  return PHASES[index] ? phase(index, elapsed, minutesOf(stage, stage.at)) : null;
}

/** Of the time that is left, its share against those that follow. */
function phase(index, elapsed, minutes) {
  const left = Math.max(0, minutes * MINUTE - elapsed);
  const shares = SHARES.slice(index).reduce((sum, one) => sum + one.share, 0);
  return { name: PHASES[index], from: elapsed, until: Math.round(elapsed + (left * SHARES[index].share) / shares) };
}
