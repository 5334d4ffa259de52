// The time of a step: what it has in this hour, and what it has used. Milliseconds, but for the plan's whole minutes.

export const MINUTE = 60000;

/** How long the step has been on, without what was paused. */
export const used = (stage, now) => Math.max(0, (stage.paused ?? now) - stage.since - stage.held);

/** Minutes that a step has in this hour, as it has been shortened or lengthened. */
export const minutesOf = (stage, id) => stage.plan.find((one) => one.id === id)?.minutes ?? 0;

/** Milliseconds that a step has left, were it to go on now; one that was left early has the rest. */
export function leftOf(stage, id, now) {
  const before = stage.passed.find((one) => one.id === id);
  const spent = id === stage.at ? used(stage, now) : (before?.minutes ?? 0) * MINUTE;
  return Math.max(0, minutesOf(stage, id) * MINUTE - spent);
}
