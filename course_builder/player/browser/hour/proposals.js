// What could be done about being late: at most three ways, each with the end it leads to. A person takes one, or none.

import { clock } from "./clock.js";
import { MINUTE, leftOf, minutesOf } from "./minutes.js";
import { gives, shorten } from "./shorten.js";

/** `{how: "shorten"|"skip"|"let", cuts: [{id, from, to}], ends}`; none while they are less than a minute late. */
export function proposals(stage, steps, now) {
  const { late, ends } = clock(stage, steps, now);
  if (late < 1 || stage.over) return [];
  const ahead = toCome(stage, steps, now);
  const tried = [byShortening(ahead, late), bySkipping(ahead, late)];
  const made = tried.filter((cuts, index) => cuts.length && (index === 0 || !same(cuts, tried[0])));
  return [
    ...made.map((cuts) => ({ how: cuts.length === 1 && cuts[0].to === 0 ? "skip" : "shorten", cuts, ends: ends - saved(stage, cuts, now) })),
    { how: "let", cuts: [], ends },
  ];
}

/** The steps after this one as they stand in this hour; one that has begun keeps what it has used. */
function toCome(stage, steps, now) {
  const rest = stage.plan.slice(stage.plan.findIndex((one) => one.id === stage.at) + 1);
  return rest
    .filter((one) => one.minutes > 0)
    .map((one) => {
      const spent = Math.ceil(one.minutes - leftOf(stage, one.id, now) / MINUTE);
      const step = steps.find((known) => known.id === one.id);
      const least = Math.min(one.minutes, Math.max(step.least ?? one.minutes, spent));
      return { ...step, minutes: one.minutes, least };
    });
}

function byShortening(ahead, minutes) {
  const whole = ahead.reduce((sum, step) => sum + step.minutes, 0);
  return withFrom(ahead, shorten(ahead, whole - minutes).cuts);
}

/** One step that may be left out: the shortest that is enough, else the longest there is. */
function bySkipping(ahead, minutes) {
  const may = ahead.filter((step) => gives(step) && step.least === 0).sort((one, other) => one.minutes - other.minutes);
  const chosen = may.find((step) => step.minutes >= minutes) || may[may.length - 1];
  return chosen ? withFrom(ahead, [{ id: chosen.id, to: 0 }]) : [];
}

const withFrom = (ahead, cuts) => cuts.map(({ id, to }) => ({ id, from: ahead.find((step) => step.id === id).minutes, to }));

/** Milliseconds; what a step has used already is not won back. */
function saved(stage, cuts, now) {
  return cuts.reduce((sum, { id, to }) => {
    const spent = minutesOf(stage, id) * MINUTE - leftOf(stage, id, now);
    return sum + leftOf(stage, id, now) - Math.max(0, to * MINUTE - spent);
  }, 0);
}

const same = (one, other) => one.length === other.length && one.every((cut, index) => cut.id === other[index].id && cut.to === other[index].to);
