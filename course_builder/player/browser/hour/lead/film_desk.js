// The film is steered from here and played in the room: play, pause, replay, which version, captions; the question where it stops.

import { filled } from "../../dom.js";
import { across } from "../../film/clock.js";
import { filmPress } from "../advance.js";
import { filmAt } from "../film_state.js";
import { gone } from "../time.js";
import { act, at, put, show } from "./at.js";
import { linkedStops } from "./linked_stops.js";

const JUST_NOW = 2; // seconds: a stop that the film has come to is not the one before

/** -> {draw(stage), toggle(), asked()} */
export function filmDesk({ data, words, step, stage: current, now, command, say }) {
  let told = null; // the stop whose question has been said
  const film = (verb, more = {}) => command({ verb: "film", do: verb, ...more });
  const stops = linkedStops(at("film-stops"), words, (id, t) => film("stop", { stop: id, t }));
  const known = (stage) => data.films[step(stage.at).film];
  const playing = (stage) => (stage.film && stage.film.step === stage.at ? stage.film : null);

  /** Of the version that plays; the film itself has its own times. */
  function stopsOf(stage) {
    const version = playing(stage) ? playing(stage).version : first(stage);
    const { pairs } = known(stage).versions[version] || known(stage).versions.plain;
    return known(stage).stops.map((stop) => ({ ...stop, at: across(pairs, stop.at, 0, 1) }));
  }

  const first = (stage) => (known(stage).versions[data.hour.film_version] ? data.hour.film_version : "plain");

  const toggle = () => current() && (filmPress(current(), data, now(), { copy: true }) || []).forEach(command);

  const stopAt = (stage) => (playing(stage) && playing(stage).stop ? stopsOf(stage).find(({ id }) => id === playing(stage).stop) : null);

  /** The question that the film has stopped at. */
  const asked = () => (current() && known(current()) ? stopAt(current())?.ask : null);

  function again() {
    const on = playing(current());
    const here = on ? filmAt(on, now()) : 0;
    const before = stopsOf(current()).filter((stop) => stop.at < here - JUST_NOW).pop();
    film("replay", { t: before ? before.at : 0 });
  }

  /** Another version goes on at the same place of the story. */
  function version(chosen) {
    const on = playing(current());
    const { versions } = known(current());
    const t = on ? across(versions[on.version].pairs, filmAt(on, now()), 1, 0) : 0;
    film("version", { version: chosen, t: across(versions[chosen].pairs, t, 0, 1) });
  }

  act("film-play").addEventListener("click", toggle);
  act("film-again").addEventListener("click", again);
  act("film-start").addEventListener("click", () => film("seek", { t: 0 }));
  act("film-captions").addEventListener("click", () => film("captions"));
  act("film-version").addEventListener("change", (event) => version(event.target.value));
  act("film-scene").addEventListener("click", () => command({ verb: "show", what: current().show.what === "scene" ? "step" : "scene" }));

  function draw(stage) {
    const there = step(stage.at).kind === "film" && known(stage);
    show(at("film"), Boolean(there));
    if (!there) return;
    const on = playing(stage);
    const stop = stopAt(stage);
    const version_ = on ? on.version : first(stage);
    const length = known(stage).versions[version_].length;
    put(at("film-at"), filled(words.film_at, { time: gone(on ? Math.min(filmAt(on, now()), length) : 0), length: gone(length) }));
    show(at("film-stop"), Boolean(stop));
    put(at("film-stop"), stop ? filled(words.stop_here, { time: gone(stop.at), ask: stop.ask }) : "");
    announce(stop);
    linked(stage);
    stops(known(stage).link ? known(stage) : null, stop);
    show(at("film-play"), !on || (!on.playing && !stop));
    show(at("film-go"), Boolean(stop) && !on.playing);
    show(at("film-pause"), Boolean(on && on.playing));
    show(at("film-scene"), stage.show.what !== "scene");
    show(at("film-no-scene"), stage.show.what === "scene");
    act("film-captions").setAttribute("aria-pressed", String(!on || on.captions));
    versions(stage, version_);
  }

  function announce(stop) {
    if (stop && told !== stop.id) say(stop.ask);
    told = stop ? stop.id : null;
  }

  /** A film that is on another site runs in a window of its own, on the screen that the room sees. */
  function linked(stage) {
    const { link } = known(stage);
    const { url } = known(stage).versions[first(stage)];
    show(at("film-link"), Boolean(link));
    if (link && at("film-open").getAttribute("href") !== url) at("film-open").setAttribute("href", url);
  }

  function versions(stage, chosen) {
    const select = act("film-version");
    for (const option of select.options) option.hidden = option.disabled = !known(stage).versions[option.value];
    show(at("versions"), [...select.options].filter((option) => !option.disabled).length > 1);
    if (document.activeElement !== select) select.value = chosen;
  }

  return { draw, toggle, asked };
}
