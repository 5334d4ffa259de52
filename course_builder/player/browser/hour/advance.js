// What "onward" means on one screen, where a presenter's remote has two buttons only: the text's next page, the film, then the next step.

import { filmOf, pagesOf } from "./face.js";
import { filmAt } from "./film_state.js";
import { PHASES } from "./phases.js";
import { reel } from "./reel.js";
import { stepBefore } from "./stage.js";

const OVER = 0.5; // seconds before its end a film counts as over
const LAID_OVER = ["agenda", "results", "join", "here"];

/** The commands that "onward" gives, in order. `local` is what this window knows of its film. */
export function onward(stage, data, now, local = {}) {
  if (stage.calm) return [{ verb: "resume" }];
  if (stage.blank) return [{ verb: "blank", on: false }];
  if (LAID_OVER.includes(stage.show.what)) return [{ verb: "show", what: "step" }];
  if ((stage.page || 0) < pagesOf(stage, data) - 1) return [{ verb: "page", to: (stage.page || 0) + 1 }];
  return ofFilm(stage, data, now, local) || [{ verb: "next" }];
}

/** What was on the wall just before: the page before, or the last one of the step before. */
export function backward(stage, data) {
  if (stage.page > 0) return [{ verb: "page", to: stage.page - 1 }];
  const before = data.steps.find((one) => one.id === stepBefore(stage));
  const inStep = stage.phase && stage.phase.name !== PHASES[0];
  return inStep || !before || before.pages < 2 ? [{ verb: "back" }] : [{ verb: "back" }, { verb: "page", to: before.pages - 1 }];
}

/** Play, pause or go on from a stop; null where there is no film to play. */
export function filmPress(stage, data, now, local = {}) {
  const step = data.steps.find((one) => one.id === stage.at);
  const talk = step && step.kind === "film" && data.films[step.film];
  if (!talk || !playable(talk, local)) return null;
  const film = filmOf(stage);
  if (!film) return [{ verb: "film", do: "version", version: planned(talk, data) }, { verb: "film", do: "play" }];
  if (film.stop) return [{ verb: "film", do: "continue" }];
  if (film.playing) return [{ verb: "film", do: "pause" }];
  if (filmAt(film, now) > reel(talk, film.version).length - OVER) return [{ verb: "film", do: "replay", t: 0 }];
  return [{ verb: "film", do: "play" }];
}

const planned = (talk, data) => (talk.versions[data.hour.film_version] ? data.hour.film_version : "plain");

const playable = (talk, local) => Boolean(local.copy || talk.versions.plain.src);

function ofFilm(stage, data, now, local) {
  if (stage.show.what === "scene") return null;
  const film = filmOf(stage);
  const step = data.steps.find((one) => one.id === stage.at);
  if (step.kind === "film" && step.film && data.films[step.film].link && !playable(data.films[step.film], local)) return nextQuestion(data.films[step.film], film);
  if (film && !film.playing && !film.stop && filmAt(film, now) > reel(data.films[step.film], film.version).length - OVER) return null;
  return filmPress(stage, data, now, local);
}

/** A film in a window of its own is stopped by hand: its questions one after the other, and then the next step. */
function nextQuestion({ stops }, film) {
  const next = stops[stops.findIndex((stop) => film && stop.id === film.stop) + 1];
  return next ? [{ verb: "film", do: "stop", stop: next.id, t: next.at }] : null;
}
