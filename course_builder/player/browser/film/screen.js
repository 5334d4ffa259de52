// The film itself: our controls under the picture, the version shown, what has been watched, where it stops.

import { filled } from "../dom.js";
import { captions } from "./captions.js";
import { across, clock } from "./clock.js";
import { packedChoice, unpackedChoice } from "./memory.js";
import { stops } from "./stops.js";
import { transcript } from "./transcript.js";

const SAME = [[0, 0], [1, 1]];
const BACK = 10;
const KEEP_EVERY = 30;
const SOON = 1;

export function screen(film) {
  const { host, data } = film;
  const { words } = host;
  const video = film.part("video");
  const figure = film.part("film");
  const play = film.part("play");
  const slider = film.part("seek");
  const volume = film.part("volume");
  const texts = captions(film, video, () => choice.captions);
  const line = transcript(film, seek);
  const stop = stops(film, { video, figure, seek, start, inVersion, total });
  let choice = unpackedChoice();
  let pairs = SAME;
  let last = 0;
  let keptAt = 0;
  let wanted = 0;
  let timer;

  function inVersion(time) {
    return across(pairs, time, 0, 1);
  }
  function total() {
    return inVersion(data.length);
  }
  function now() {
    return video.readyState ? across(pairs, video.currentTime, 1, 0) : wanted;
  }
  // A film that has not begun to load forgets the place it is sent to, so it is sent there again when it has.
  function seek(time) {
    wanted = time;
    video.currentTime = inVersion(time);
  }
  function start() {
    video.play().catch(() => {});
  }

  function draw() {
    const time = inVersion(now());
    const values = { time: clock(time), length: clock(total()) };
    film.part("time").textContent = `${values.time} / ${values.length}`;
    slider.max = total();
    slider.value = time;
    slider.setAttribute("aria-valuetext", filled(words.film_at, values));
    film.part("played").style.width = `${(100 * time) / total()}%`;
    play.dataset.playing = !video.paused;
    play.setAttribute("aria-label", video.paused ? words.film_play : words.film_pause);
    volume.value = video.muted ? 0 : video.volume;
    film.part("sound").setAttribute("aria-pressed", !video.muted);
    film.part("full").hidden = !document.fullscreenEnabled && !video.webkitSupportsFullscreen;
    line(now());
    film.progress(now());
    film.tell();
  }

  function keep() {
    keptAt = film.state.position = now();
    film.keep();
  }

  function tick() {
    const time = now();
    clearTimeout(timer);
    if (!video.seeking && time > last) {
      film.watched.play(last, time);
      stop.crossed(last, time);
      if (film.watched.enough()) film.see();
      if (time - keptAt > KEEP_EVERY) keep();
    }
    last = time;
    // A film tells its time four times a second; a stop should not come a quarter of a second late.
    const wait = (inVersion(stop.next(time)) - video.currentTime) / video.playbackRate;
    if (!video.paused && wait < SOON) timer = setTimeout(tick, wait * 1000);
    draw();
  }

  function show() {
    const shown = data.versions[choice.version] || data.versions.film;
    const at = now();
    const playing = !video.paused;
    pairs = shown.pairs || SAME;
    if (!video.readyState || video.getAttribute("src") !== shown.src) video.src = shown.src;
    texts.load(shown, pairs);
    for (const button of film.parts("version")) button.setAttribute("aria-pressed", data.versions[button.dataset.version] === shown);
    seek(at);
    stop.draw();
    draw();
    if (playing) start();
  }

  // A second press takes the choice back.
  function choose(what, chosen, otherwise) {
    choice[what] = choice[what] === chosen ? otherwise : chosen;
    host.keep(data.choice, packedChoice(choice));
  }

  Object.assign(film.actions, {
    play: () => (video.paused ? start() : video.pause()),
    back: () => seek(Math.max(0, now() - BACK)),
    sound: () => (video.muted = !video.muted),
    captions(button) {
      choose("captions", +button.dataset.place, -1);
      texts.show();
    },
    version(button) {
      choose("version", button.dataset.version, "film");
      show();
    },
    full() {
      if (document.fullscreenElement) stop.leave();
      else if (document.fullscreenEnabled) figure.requestFullscreen();
      else video.webkitEnterFullscreen();
    },
  });
  film.rest = () => video.pause();

  function listen() {
    const hear = (names, heard) => names.split(" ").forEach((name) => video.addEventListener(name, heard));
    hear("click", film.actions.play);
    hear("seeking", () => (last = now()));
    hear("timeupdate play pause seeked volumechange", tick);
    hear("pause seeked", keep);
    hear("play", stop.close);
    hear("loadedmetadata", () => seek(wanted));
    hear("error", () => (film.part("broken").hidden = false));
    hear("ended", () => {
      stop.crossed(last, Infinity);
      stop.leave();
      host.announce(words.film_over);
    });
    slider.addEventListener("input", () => seek(across(pairs, +slider.value, 1, 0)));
    volume.addEventListener("input", () => Object.assign(video, { muted: false, volume: volume.value }));
    figure.addEventListener("keydown", (event) => {
      const space = event.key === " " && !event.target.closest("button");
      if ((event.key !== "k" && !space) || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      film.actions.play();
    });
    // Before the page's own listener, which hands what is kept to the portal.
    document.addEventListener("visibilitychange", keep, true);
  }

  // Only a film that is looked at is loaded, and by then the version may have been chosen at another film.
  new IntersectionObserver((entries, observer) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    choice = unpackedChoice(host.saved(data.choice));
    video.controls = false;
    video.preload = "metadata";
    wanted = last = film.state.position;
    listen();
    show();
  }).observe(figure);
}
