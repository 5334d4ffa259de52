// Where the running hour is: one document that all views share. A command and a time in, the next document out; nothing else is known
// here, and nothing moves by itself. Times are milliseconds, steps have whole minutes.

import { filmed } from "./film_state.js";
import { MINUTE, minutesOf, used } from "./minutes.js";
import { entered, phaseAfter, phaseBefore } from "./phases.js";

export { clock } from "./clock.js";
export { filmAt } from "./film_state.js";
export { proposals } from "./proposals.js";

/** The document of an hour that begins now; `steps` as in the page's data. */
export function begin(steps, now, ends) {
  const plan = steps.map(({ id, minutes }) => ({ id, minutes }));
  const first = plan.find((one) => one.minutes > 0) || plan[0];
  const bare = { plan, began: now, ends, passed: [], paused: null, calm: false, calmed: null, rested: 0, blank: false, theme: "light", film: null, over: false };
  return entered({ ...bare, at: first.id, since: now, held: 0, ...fresh() }, steps);
}

/** The stage after a command `{verb, ...}`. What a command cannot do leaves the stage as it is. */
export function apply(stage, command, now, steps = []) {
  const verb = Object.hasOwn(VERBS, command.verb) ? VERBS[command.verb] : (same) => same;
  return verb(stage, command, now, steps);
}

/** The id of the step that `next` or `back` would lead to, or null. */
export const stepAfter = (stage) => neighbour(stage.plan, stage.at);
export const stepBefore = (stage) => neighbour([...stage.plan].reverse(), stage.at);

const VERBS = {
  start: (stage, { ends }, now, steps) => begin(steps, now, ends),
  next: (stage, command, now, steps) => {
    const phase = phaseAfter(stage, used(stage, now), steps);
    return phase ? { ...running(awake(stage, now), now), ...fresh(), phase } : goto(stage, stepAfter(stage), now, steps);
  },
  back: (stage, command, now, steps) => {
    const phase = phaseBefore(stage, used(stage, now), steps);
    return phase ? { ...stage, ...fresh(), phase } : goto(stage, stepBefore(stage), now, steps);
  },
  goto: (stage, { step }, now, steps) => goto(stage, step, now, steps),
  pause: (stage, command, now) => stopped(stage, now),
  resume: (stage, command, now) => ({ ...running(awake(stage, now), now), over: false }),
  calm: (stage, command, now) => ({ ...stopped(stage, now), calm: true, calmed: stage.calmed ?? now }),
  more: (stage, command, now) => {
    const minutes = Math.max(minutesOf(stage, stage.at), Math.ceil(used(stage, now) / MINUTE)) + 1;
    const added = (minutes - minutesOf(stage, stage.at)) * MINUTE;
    const phase = stage.phase && { ...stage.phase, until: stage.phase.until + added };
    return { ...withMinutes(stage, [{ id: stage.at, to: minutes }]), phase };
  },
  shorten: (stage, { cuts }, now, steps) => withMinutes(stage, cuts.filter((cut) => mayCut(stage, cut, steps))),
  skip: (stage, { step }, now, steps) => apply(stage, { verb: "shorten", cuts: [{ id: step, to: 0 }] }, now, steps),
  let: (stage, { ends }) => ({ ...stage, ends }),
  blank: (stage, { on = !stage.blank }) => ({ ...stage, blank: on }),
  theme: (stage, { theme }) => ({ ...stage, theme }),
  page: (stage, { to }) => ({ ...stage, page: Math.max(0, to), show: stage.show.what === "scene" ? stage.show : fresh().show }), // what is more than a wall holds has several
  show: (stage, { what, round = null }) => ({ ...stage, show: { what, round }, page: [what, stage.show.what].includes("scene") ? 0 : stage.page }),
  film: (stage, command, now) => ({ ...stage, film: filmed(stage.film, { step: stage.at, ...command }, now) }),
  end: (stage, command, now) => ({ ...stopped(awake(stage, now), now), over: true }),
  /** What a proposal did is taken back: the steps that are still to come have the minutes they had. */
  undo: (stage, { cuts, ends = stage.ends }) => ({ ...withMinutes(stage, cuts.filter((cut) => toCome(stage, cut.id))), ends }),
};

/** What is on the wall where a step, or a phase of it, begins. */
function fresh() {
  return { show: { what: "step", round: null }, page: 0, phase: null };
}

function neighbour(plan, at) {
  const rest = plan.slice(plan.findIndex((one) => one.id === at) + 1);
  return rest.find((one) => one.minutes > 0)?.id ?? null;
}

function goto(stage, id, now, steps) {
  if (id === stage.at || !stage.plan.some((one) => one.id === id)) return stage;
  const before = stage.passed.find((one) => one.id === id);
  const passed = [...stage.passed.filter((one) => one.id !== stage.at && one.id !== id), { id: stage.at, minutes: used(stage, now) / MINUTE }];
  const film = stage.film && filmed(stage.film, { do: "pause" }, now);
  const moved = { ...awake(stage, now), at: id, since: now - (before ? before.minutes * MINUTE : 0), held: 0, paused: null, over: false };
  return entered(returned({ ...moved, passed, film, ...fresh() }, steps), steps, now);
}

/** A step that had been skipped has its own minutes again when somebody goes there. */
function returned(stage, steps) {
  const own = steps.find((step) => step.id === stage.at);
  return own && minutesOf(stage, stage.at) === 0 ? withMinutes(stage, [{ id: stage.at, to: own.minutes }]) : stage;
}

function stopped(stage, now) {
  return { ...stage, paused: stage.paused ?? now, film: stage.film && filmed(stage.film, { do: "pause" }, now) };
}

function running(stage, now) {
  return stage.paused == null ? stage : { ...stage, held: stage.held + Math.max(0, now - stage.paused), paused: null };
}

/** A break that is over leaves its minutes and no times. */
function awake(stage, now) {
  if (!stage.calm) return stage;
  return { ...stage, calm: false, calmed: null, rested: stage.rested + Math.max(1, Math.round((now - stage.calmed) / MINUTE)) };
}

function withMinutes(stage, cuts) {
  const to = new Map(cuts.map((cut) => [cut.id, cut.to]));
  return { ...stage, plan: stage.plan.map((one) => (to.has(one.id) ? { ...one, minutes: to.get(one.id) } : one)) };
}

/** Only what is yet to come, and nothing that keeps its minutes. */
function mayCut(stage, { id, to }, steps) {
  const step = steps.find((one) => one.id === id);
  return toCome(stage, id) && step && !step.keep && to >= 0 && to <= minutesOf(stage, id);
}

function toCome(stage, id) {
  const index = (sought) => stage.plan.findIndex((one) => one.id === sought);
  return index(id) > index(stage.at);
}
