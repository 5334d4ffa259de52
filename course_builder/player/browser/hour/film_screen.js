// The film on the wall: it follows the stage, stops where the film discussion stops, and says when it cannot play.

import { filmOf } from "./face.js";
import { filmAt } from "./film_state.js";
import { crossed, nextStop, reel, said } from "./reel.js";

const SOON = 1; // seconds: a film tells its time four times a second, and a stop should not come a quarter of a second late
const A_MOMENT = 1500; // milliseconds
const REFUSED = "NotAllowedError"; // nobody has clicked in this window yet
const ABORTED = "AbortError"; // another command came before the film had begun

/**
 * `told` hears: `stop(stop)`, `over(length)`, `broken()`, `muted(is)`. `copy(talk id)` is the address of somebody's own copy, or null;
 * `place(src)` is where a film is played from.
 */
export function filmScreen(root, data, { told, now, copy, place }) {
  const video = root.querySelector("[data-is=video]");
  const line = root.querySelector("[data-is=cc]");
  const screen = { stop: null, broken: false, copy: false, here: false };
  let film = null;
  let shown = null;
  let command = "";
  let from = 0;
  let timer = null;
  let trying = false;
  let wanted = 0; // where the film was sent: one that has not begun to load forgets it

  /** From somebody's own copy, from what this browser has kept, or from where it is. Never another one in the middle of a film. */
  function load(id, version) {
    shown = reel(data.films[id], version);
    const own = copy(id);
    screen.copy = Boolean(own);
    screen.here = Boolean(own || shown.src);
    if (!screen.here) return;
    const src = own || place(shown.src);
    const same = video.dataset.film === (own || shown.src);
    if (video.dataset.src === src || (same && !video.paused)) return;
    Object.assign(video.dataset, { src, film: own || shown.src });
    screen.broken = false;
    command = "";
    video.src = src;
  }

  /** The film of a step that is to come is loaded before anybody asks for it. */
  function ready(step, version) {
    if (step && data.films[step.film]) load(step.film, version);
  }

  function follow(stage) {
    film = filmOf(stage);
    if (!film) return rest();
    const step = data.steps.find((one) => one.id === film.step);
    load(step.film, film.version);
    if (!screen.here) return rest();
    const said = JSON.stringify([film.step, film.version, film.t, film.set, film.playing, film.stop]);
    if (said !== command) obey(said);
    tick();
  }

  function rest() {
    command = "";
    screen.stop = film = null;
    if (!video.paused) video.pause();
    line.hidden = true;
  }

  function obey(said) {
    command = said;
    from = film.t;
    const time = Math.min(filmAt(film, now()), shown.length);
    screen.stop = film.playing ? crossed(shown.stops, from, time) : null;
    seek(screen.stop ? screen.stop.at : time);
    if (film.playing && !screen.stop) play();
    else video.pause();
  }

  function seek(time) {
    wanted = time;
    if (Math.abs(video.currentTime - time) > SOON / 2 || !film.playing) video.currentTime = time;
  }

  function play() {
    if (screen.broken) video.load();
    screen.broken = false;
    video.play().then(() => told.muted(video.muted)).catch(refused);
  }

  function refused(error) {
    if (error.name === ABORTED) return;
    if (error.name !== REFUSED) return broken();
    if (video.muted) return told.muted(true);
    video.muted = true; // seen is better than not seen; the window says what to do
    play();
  }

  /** A network that goes takes no film that has been kept meanwhile. */
  function lost() {
    const kept = film && !screen.copy && place(shown.src) !== video.dataset.src;
    if (!kept) return broken();
    const time = video.currentTime;
    video.src = video.dataset.src = place(shown.src);
    video.currentTime = time;
    if (film.playing && !screen.stop) play();
  }

  function broken() {
    if (screen.broken || !film || !film.playing) return;
    screen.broken = true;
    told.broken();
  }

  function tick() {
    clearTimeout(timer);
    const time = video.currentTime;
    const text = (film ? film.captions : trying) ? said(shown.cues, time) : "";
    line.hidden = !text;
    if (line.textContent !== text) line.textContent = text;
    if (!film || !film.playing || screen.stop || video.seeking) return;
    const stop = crossed(shown.stops, from, time);
    if (stop) return halt(stop);
    const wait = nextStop(shown.stops, from) - time;
    if (!video.paused && wait < SOON) timer = setTimeout(tick, wait * 1000);
  }

  function halt(stop) {
    screen.stop = stop;
    video.pause();
    told.stop(stop);
  }

  /** A second of it, before the hour: -> {ok, blocked, captions}; `blocked` when the browser lets no sound out. */
  async function trial(id, version) {
    load(id, version);
    trying = true;
    const tried = await attempt();
    trying = false;
    rest();
    video.currentTime = 0;
    return { ...tried, captions: shown.cues.length > 0 };
  }

  async function attempt() {
    video.currentTime = shown.cues.length ? shown.cues[0][0] : 0;
    try {
      await video.play();
    } catch (error) {
      return { ok: error.name === REFUSED, blocked: error.name === REFUSED };
    }
    await new Promise((done) => setTimeout(done, A_MOMENT));
    return { ok: video.currentTime > 0, blocked: false };
  }

  video.addEventListener("loadedmetadata", () => film && wanted - video.currentTime > SOON / 2 && (video.currentTime = wanted));
  video.addEventListener("timeupdate", tick);
  video.addEventListener("seeked", tick);
  video.addEventListener("error", lost);
  video.addEventListener("ended", () => film && film.playing && told.over(shown.length));
  return Object.assign(screen, { follow, ready, trial, unmute: () => (video.muted = false), time: () => video.currentTime });
}
