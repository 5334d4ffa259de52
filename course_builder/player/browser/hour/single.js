// One screen for all: the room's screen with a bar that hides. The same stage as everywhere, steered by mouse, keys or a presenter's remote.

import { filled, make } from "../dom.js";
import { backward, filmPress, onward } from "./advance.js";
import { clock } from "./clock.js";
import { filmOf, pagesOf } from "./face.js";
import { moved } from "./reel.js";
import { filmAt } from "./film_state.js";
import { endOf } from "./lead/starting.js";
import { proposals } from "./proposals.js";
import { apply } from "./stage.js";
import { written } from "./time.js";

const REST = 4000; // milliseconds without a hand on mouse or keys
const SECOND = 1000;

/** `bar` below `screen`, which is what `room` gave. */
export function single(bar, data, line, screen) {
  const { words } = data;
  const button = (name) => bar.querySelector(`[data-one=${name}]`);
  const part = (name) => bar.querySelector(`[data-is=${name}]`);
  const step = () => data.steps.find((one) => one.id === line.stage.at);
  const talk = () => data.films[step().film];
  let offered = "";

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

  /** Which buttons there are now. */
  function draw() {
    const { stage } = line;
    const on = Boolean(stage) && !stage.over;
    const film = on && step() && step().kind === "film" ? talk() : null;
    const there = {
      start: !stage, next: on && !stage.calm, back: on && !stage.calm, more: on, pause: on && stage.paused == null,
      resume: on && stage.paused != null && !stage.calm, film: Boolean(film && film.versions.plain.src), captions: Boolean(film),
      scene: Boolean(film), overview: on && !stage.calm, dark: on && stage.theme === "light", light: on && stage.theme === "dark",
      blank: on, full: true, calm: on && !stage.calm, calm_end: on && stage.calm, end: on, version: Boolean(film), after: false,
    }; // prettier-ignore
    for (const [name, shown] of Object.entries(there)) button(name).hidden = !shown;
    button("after").hidden = !(stage && stage.over && data.server && data.server.after);
    if (film) versions(film, filmOf(stage));
    late();
  }

  function versions(film, now) {
    const names = [...button("version").options];
    for (const option of names) option.hidden = option.disabled = !film.versions[option.value];
    button("version").hidden = names.filter((option) => !option.hidden).length < 2;
    button("version").value = now ? now.version : data.hour.film_version;
    button("captions").setAttribute("aria-pressed", String(!now || now.captions));
  }

  /** Running late is told in words, with ways to end in time; a person takes one, or none. */
  function late() {
    const { stage } = line;
    const said = stage && !stage.over ? clock(stage, data.steps, line.now()) : { late: 0 };
    part("late").hidden = said.late < 1;
    part("late").textContent = filled(words.one_late, { minutes: said.late });
    const found = stage && !stage.over ? proposals(stage, data.steps, line.now()) : [];
    const now = JSON.stringify(found.map(({ how, cuts, ends }) => [how, cuts, Math.round(ends / (60 * SECOND))]));
    part("offers").hidden = !found.length;
    if (now === offered) return;
    offered = now;
    part("offers").replaceChildren(...found.map(offer));
  }

  function offer({ how, cuts, ends }) {
    const names = cuts.map(({ id }) => data.steps.find((one) => one.id === id).title).join(", ");
    const text = filled(words[`one_${how}`], { names, time: written(ends, data.hour.language) });
    const made = make("button", { type: "button", class: "btn sm" }, text);
    made.addEventListener("click", () => does(how === "let" ? [{ verb: "let", ends }] : [{ verb: "shorten", cuts }]));
    return make("li", {}, made);
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
  setInterval(late, SECOND);
  draw();
  return { pages: () => pagesOf(line.stage, data) };
}

const firstShown = (bar) => [...bar.querySelectorAll("[data-one]")].find((one) => !one.hidden && one.dataset.one === "next") || bar.querySelector("[data-one]:not([hidden])");

const full = () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen().catch(() => {}));

/** A presenter's remote types PageDown, PageUp, and `b` or `.` for a dark screen. */
function keys(press) {
  const does = {
    PageDown: "next", ArrowRight: "next", " ": "next", PageUp: "back", ArrowLeft: "back", b: "blank", ".": "blank", t: "calm", k: "film", m: "more", o: "overview",
  }; // prettier-ignore
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const typing = event.target.closest("select, input");
    const name = does[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!name || typing || (event.key === " " && event.target.closest("button, a"))) return;
    event.preventDefault();
    press(name);
  });
}

/** The bar goes when nobody has moved for a while, and comes back with a hand or with the focus. */
function hiding(bar) {
  let timer = null;
  const wake = () => {
    bar.classList.remove("away");
    clearTimeout(timer);
    timer = setTimeout(() => bar.classList.add("away"), REST);
  };
  for (const name of ["pointermove", "pointerdown", "focusin"]) addEventListener(name, wake);
  wake();
}
