// The room's screen: it draws the stage, one thing at a time, and plays the film. Nothing here can be pressed.

import { answering } from "./answering.js";
import { awake } from "./awake.js";
import { face } from "./face.js";
import { filmScreen } from "./film_screen.js";
import { keptFilms } from "./kept_films.js";
import { put } from "./lead/at.js";
import { staying } from "./lead/staying.js";
import { PLACES } from "./room_places.js";
import { unlocking } from "./sound.js";
import { apply } from "./stage.js";
import { wall } from "./wall.js";
import { drawTime } from "./wall_time.js";

const TICK = 250; // milliseconds
const ASKS_FOR_A_CLICK = ["wait", "slide", "film"];

/** `line` is the link to the other views; a wall that nobody is signed in to sends nothing. -> {film, draw(), awake(), trial(step), copy(talk, file)} */
export function room(root, data, line) {
  const part = (name) => root.querySelector(`[data-is=${name}]`);
  const films = data.steps.filter((step) => step.kind === "film" && step.film);
  const copies = {}; // of a linked film, by its talk: the address of a file that somebody chose
  const kept = keptFilms(planned(data), Boolean(data.server));
  const screen = wall(root, data);
  let isAwake = false;
  let muted = false;
  let unlocked = true;
  let shown = face(null, data);

  const film = filmScreen(root, data, {
    now: line.now,
    copy: (talk) => copies[talk] || null,
    place: kept.url,
    told: {
      stop: (stop) => send({ verb: "film", do: "stop", stop: stop.id, t: stop.at }),
      over: (length) => send({ verb: "film", do: "pause" }, { verb: "film", do: "seek", t: length }),
      broken: () => send({ verb: "show", what: "scene" }),
      muted(is) {
        muted = is;
        draw();
      },
    },
  });

  /** What happens to the film in this window is told to all; the wall keeps it to itself. */
  function send(...commands) {
    if (data.role === "wall" || !line.stage) return draw();
    const then = commands.reduce((stage, command) => apply(stage, command, line.now(), data.steps), line.stage);
    line.send(then, commands[0].verb);
    draw();
  }

  function draw() {
    const { stage } = line;
    document.documentElement.dataset.theme = stage ? stage.theme : "light";
    cover(stage);
    if (stage) film.follow(stage);
    shown = face(stage, data, film);
    part("screen").hidden = !(shown.name === "film" || (shown.name === "stop" && film.here && film.time() > 0));
    screen.show(shown, stage);
    put(part("said"), stage && stage.calm ? part("calm").getAttribute("aria-label") : screen.title());
    hint(stage);
    tick();
  }

  /** A break and a dark room lie over everything, for those who hear the page too. */
  function cover(stage) {
    const { calm = false, blank = false } = stage || {};
    part("calm").hidden = !calm;
    part("dark").hidden = !blank;
    for (const under of root.querySelectorAll(":scope > :is(header, main, footer, .screen)")) under.inert = calm || blank;
  }

  function tick() {
    if (line.stage) drawTime(part, shown, line.stage, data, line.now());
  }

  /** Before the film somebody has to click here once, or it has no sound. */
  function hint(stage) {
    const soon = shown.name === "wait" || (shown.step && shown.step.kind === "film");
    const asks = films.length && !unlocked && soon && ASKS_FOR_A_CLICK.includes(shown.name) && !(stage && (stage.calm || stage.blank));
    const text = muted ? data.words.film_muted : asks ? data.words.click_here : "";
    part("hint").hidden = !text;
    put(part("hint"), text);
  }

  line.on((what) => what === "stage" && draw());
  unlocking((is) => {
    unlocked = is;
    if (is && muted) film.unmute();
    if (is) muted = false;
    draw();
  });
  const context = { data, words: data.words, stage: () => line.stage, now: line.now, on: (fn) => line.on(fn), fit: screen.fit };
  for (const [name, mount] of Object.entries(PLACES)) mount(part(name), context);
  if (data.role !== "wall") staying({ data, stage: () => line.stage });
  awake((is) => {
    isAwake = is;
    line.say({ to: "leader", here: true, awake: is });
  });
  film.ready(films[0], data.hour.film_version);
  addEventListener("resize", screen.fit);
  addEventListener("keydown", (event) => event.key === "f" && !event.ctrlKey && !event.metaKey && widen());
  setInterval(tick, TICK);
  if (document.fonts) document.fonts.ready.then(screen.fit);
  draw();
  const made = {
    film,
    draw,
    awake: () => isAwake,
    /** A second of a step's film, whatever is on the wall. */
    async trial(step) {
      part("screen").hidden = false;
      const tried = await film.trial(step.film, data.hour.film_version);
      draw();
      return tried;
    },
    copy(talk, file) {
      copies[talk] = URL.createObjectURL(file);
      film.ready(films.find((step) => step.film === talk), data.hour.film_version);
      draw();
    },
  };
  answering(root, data, line, made);
  return made;
}

const widen = () => document.documentElement.requestFullscreen && document.documentElement.requestFullscreen().catch(() => {});

/** The files of the versions that were planned. */
const planned = (data) =>
  Object.values(data.films)
    .map((talk) => (talk.versions[data.hour.film_version] || talk.versions.plain).src)
    .filter(Boolean);
