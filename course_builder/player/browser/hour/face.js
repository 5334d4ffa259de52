// What the wall shows for a stage: one thing at a time. A break and a dark room lie over it and are not told here.

import { reel } from "./reel.js";

const SHOWN = ["agenda", "results", "join", "here", "scene"];
const NEARLY = 0.3; // seconds

/**
 * `{name, step, page, stop}`; `name` is wait, over, slide, agenda, results, join, here, scene, film, stop or linked; `stop` is the film's stop whose
 * question is asked. `local` is what this window knows of its film: {stop, broken, copy}.
 */
export function face(stage, data, local = {}) {
  if (!stage) return { name: "wait", step: null, page: 0, stop: null };
  if (stage.over) return { name: "over", step: null, page: 0, stop: null };
  const step = data.steps.find((one) => one.id === stage.at);
  const what = stage.show && stage.show.what;
  const found = { name: SHOWN.includes(what) ? what : ofStep(stage, step, data, local), step, page: stage.page || 0 };
  if (found.name === "scene" && !data.films[step.film]) found.name = "slide";
  return { ...found, stop: stopOf(found, stage, data, local) };
}

/** The film of the step that is on, as the stage has it, or null. */
export const filmOf = (stage) => (stage && stage.film && stage.film.step === stage.at ? stage.film : null);

/** How many pages there are of what is on the wall: of a scene that is read aloud, or of the step. */
export function pagesOf(stage, data) {
  const step = data.steps.find((one) => one.id === stage.at);
  const talk = step && data.films[step.film];
  if (stage.show.what === "scene" && talk) return talk.scene.length;
  return step ? step.pages : 1;
}

function ofStep(stage, step, data, local) {
  if (!step || step.kind !== "film" || !step.film) return "slide";
  const film = filmOf(stage);
  const talk = data.films[step.film];
  const { src, length } = reel(talk, film ? film.version : "plain");
  if (film && film.stop) return "stop";
  if (!src && !local.copy) return talk.link ? "linked" : film && film.playing ? "scene" : "slide";
  if (!film) return "slide";
  if (local.stop) return "stop";
  if (film.playing && local.broken) return "scene";
  return film.playing || (film.t > NEARLY && film.t < length - NEARLY) ? "film" : "slide";
}

function stopOf({ name, step, page }, stage, data, local) {
  const talk = step && data.films[step.film];
  const film = filmOf(stage);
  const found = (id) => talk.stops.find((stop) => stop.id === id) || null;
  if (name === "stop") return found((film && film.stop) || local.stop.id);
  return name === "scene" && talk.scene.length ? found(talk.scene[Math.min(page, talk.scene.length - 1)].stop) : null;
}
