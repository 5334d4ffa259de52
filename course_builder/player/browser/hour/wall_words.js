// What the wall says above a question: how it is talked about. Each exercise that moves has its seated form.

import { filled, icon, make } from "../dom.js";
import { PHASES } from "./phases.js";

const ICON = { alone: "user", pairs: "users", all: "users-round" };

/** Of a step: alone or in pairs, in a round; else as its author has put it. */
export function manner(step, phase, words) {
  const text = phase ? words[`how_${phase.name}`] : words[`how_${step.method}`] || step.form || "";
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Of a stop: which one it is, and how. */
export function stopManner(stop, stops, words) {
  const which = filled(words.stop, { n: stops.indexOf(stop) + 1, all: stops.length });
  const how = words[`how_${stop.method}`];
  return how ? `${which} · ${how}` : which;
}

/** Alone, in pairs, all: done, now, to come. */
export function drawPhases(list, phase, words) {
  list.hidden = !phase;
  if (!phase) return;
  const at = PHASES.indexOf(phase.name);
  list.replaceChildren(...PHASES.map((name, index) => chip(name, index - at, words)));
}

function chip(name, place, words) {
  const state = place < 0 ? { class: "done" } : place === 0 ? { class: "now", "aria-current": "step" } : {};
  return make("li", state, icon(place < 0 ? "check" : ICON[name]), words[`phase_${name}`]);
}
