// One screen for all: the room's screen with a bar that hides. The same stage as everywhere, steered by mouse, keys or a presenter's remote.

import { backward, filmPress, onward } from "./advance.js";
import { filmOf } from "./face.js";
import { moved } from "./reel.js";
import { filmAt } from "./film_state.js";
import { endOf } from "./lead/starting.js";
import { hiding, keys } from "./single_hands.js";
import { lateness } from "./single_late.js";
import { apply } from "./stage.js";

const SECOND = 1000;

/** `bar` below `screen`, which is what `room` gave. */
export function single(bar, data, line, screen) {
  const button = (name) => bar.querySelector(`[data-one=${name}]`);
  const step = () => data.steps.find((one) => one.id === line.stage.at);
  const talk = () => data.films[step().film];
  const late = lateness(bar, data, (commands) => {
    does(commands);
    firstShown(bar).focus();
  });

  function does(commands) {
    if (!commands || (!line.stage && commands[0].verb !== "start")) return;
    const then = commands.reduce((stage, command) => apply(stage, command, line.now(), data.steps), line.stage);
    if (then === line.stage) return;
    line.send(then, commands[0].verb);
    screen.draw();
    draw();
  }

  const ACTS = {
    start: () => [{ verb: "start", ends: endOf(data, line.now()) }],
    next: () => onward(line.stage, data, line.now(), screen.film),
    back: () => backward(line.stage, data),
    more: () => [{ verb: "more" }],
    pause: () => [{ verb: "pause" }],
    resume: () => [{ verb: "resume" }],
    film: () => filmPress(line.stage, data, line.now(), screen.film),
    captions: () => [{ verb: "film", do: "captions" }],
    scene: () => [{ verb: "show", what: line.stage.show.what === "scene" ? "step" : "scene" }],
    overview: () => [{ verb: "show", what: line.stage.show.what === "agenda" ? "step" : "agenda" }],
    dark: () => [{ verb: "theme", theme: "dark" }],
    light: () => [{ verb: "theme", theme: "light" }],
    blank: () => [{ verb: "blank" }],
    calm: () => [{ verb: "calm" }],
    calm_end: () => [{ verb: "resume" }],
    end: () => [{ verb: "end" }],
  };

  const press = (name) => (line.stage || name === "start" ? does(ACTS[name]()) : null);

  function version(chosen) {
    const film = filmOf(line.stage);
    const t = film ? moved(talk(), film.version, chosen, filmAt(film, line.now())) : 0;
    does([{ verb: "film", do: "version", version: chosen, t }]);
  }

  /** Which buttons there are now. An hour that was ended by mistake goes on. */
  function draw() {
    const { stage } = line;
    const on = Boolean(stage) && !stage.over;
    const film = on && !stage.calm && step() && step().kind === "film" ? talk() : null;
    const there = {
      start: !stage, next: on && !stage.calm, back: on && !stage.calm, more: on && !stage.calm, pause: on && stage.paused == null,
      resume: on && stage.paused != null && !stage.calm, film: Boolean(film && film.versions.plain.src), captions: Boolean(film),
      scene: Boolean(film), overview: on && !stage.calm, dark: on && stage.theme === "light", light: on && stage.theme === "dark",
      blank: on, full: true, calm: on && !stage.calm, calm_end: Boolean(stage) && (stage.calm || stage.over), end: on, version: Boolean(film), after: false,
    }; // prettier-ignore
    for (const [name, shown] of Object.entries(there)) button(name).hidden = !shown;
    button("after").hidden = !(stage && stage.over && data.server && data.server.after);
    if (film) versions(film, filmOf(stage));
    late(stage, line.now());
  }

  function versions(film, now) {
    const names = [...button("version").options];
    for (const option of names) option.hidden = option.disabled = !film.versions[option.value];
    button("version").hidden = names.filter((option) => !option.hidden).length < 2;
    button("version").value = now ? now.version : data.hour.film_version;
    button("captions").setAttribute("aria-pressed", String(!now || now.captions));
  }

  bar.addEventListener("click", (event) => {
    const pressed = event.target.closest("button[data-one]");
    if (!pressed) return;
    if (pressed.dataset.one === "full") full();
    else press(pressed.dataset.one);
    if (pressed.hidden) firstShown(bar).focus();
  });
  button("version").addEventListener("change", (event) => version(event.target.value));
  if (data.server && data.server.after) button("after").href = data.server.after;
  keys(press);
  hiding(bar);
  line.on((what) => what === "stage" && draw());
  setInterval(() => late(line.stage, line.now()), SECOND);
  draw();
}

const firstShown = (bar) => [...bar.querySelectorAll("[data-one]")].find((one) => !one.hidden && one.dataset.one === "next") || bar.querySelector("[data-one]:not([hidden])");

const full = () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen().catch(() => {}));
