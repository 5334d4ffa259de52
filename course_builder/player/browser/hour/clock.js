// What the clock says of a stage: what is left, how late they are, and when it ends if nothing is changed. Computed, never kept.

import { MINUTE, leftOf, minutesOf, used } from "./minutes.js";

/**
 * `left` of `of`, in milliseconds: of the step, or of its phase when it has phases; never below 0, and `over` is what it has gone over.
 * `late` in whole minutes against the planned end, below 0 when there is time to spare; `ends` is when it ends if nothing is changed.
 */
export function clock(stage, steps, now) {
  const spent = used(stage, now);
  const whole = minutesOf(stage, stage.at) * MINUTE;
  const from = stage.phase ? stage.phase.from : 0;
  const until = stage.phase ? stage.phase.until : whole;
  const then = following(stage, now);
  const ends = then.length ? then[then.length - 1].start + then[then.length - 1].left : now + leftOf(stage, stage.at, now);
  return {
    left: Math.max(0, until - spent),
    of: Math.max(0, until - from),
    over: Math.max(0, spent - until),
    stepLeft: Math.max(0, whole - spent),
    phase: stage.phase ? stage.phase.name : null,
    number: place(stage, stage.at),
    count: stage.plan.filter((one) => one.minutes > 0 || one.id === stage.at).length,
    late: Math.trunc((ends - stage.ends) / MINUTE),
    behind: ends - stage.ends,
    ends,
    then: then.map(({ id, start }) => ({ id, start })),
  };
}

/** The steps to come, each with when it begins and the milliseconds it has left. */
function following(stage, now) {
  let start = now + leftOf(stage, stage.at, now);
  return stage.plan
    .slice(stage.plan.findIndex((one) => one.id === stage.at) + 1)
    .filter((one) => one.minutes > 0)
    .map((one) => {
      const entry = { id: one.id, start, left: leftOf(stage, one.id, now) };
      start += entry.left;
      return entry;
    });
}

/** Which one it is of those that are held, from 1. */
function place(stage, id) {
  const held = stage.plan.filter((one) => one.minutes > 0 || one.id === id);
  return held.findIndex((one) => one.id === id) + 1;
}
