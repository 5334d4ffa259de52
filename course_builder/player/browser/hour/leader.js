// The leader's view: what is going on, what is left, what is next, and what can be done about it. All that is said is in the page's data.

import { filled } from "../dom.js";
import { act, at, show } from "./lead/at.js";
import { calmBox } from "./lead/calm_box.js";
import { clockBox } from "./lead/clock_box.js";
import { ending } from "./lead/ending.js";
import { filmDesk } from "./lead/film_desk.js";
import { keys } from "./lead/keys.js";
import { nowBox } from "./lead/now.js";
import { presenter } from "./lead/presenter.js";
import { speaking } from "./lead/speak.js";
import { spokenClock } from "./lead/spoken_clock.js";
import { starting } from "./lead/starting.js";
import { staying } from "./lead/staying.js";
import { steering } from "./lead/steering.js";
import { thenList } from "./lead/then.js";
import { toasts } from "./lead/toasts.js";
import { awake } from "./awake.js";
import { link } from "./link.js";
import { outbox } from "./outbox.js";
import { pageData } from "./page_data.js";
import { places } from "./places.js";
import { apply, clock } from "./stage.js";
import { spoken, written } from "./time.js";

const SECOND = 1000;

const data = pageData(document.getElementById("hour").textContent);
const words = data.words.lead;
const linked = link(data);
const voice = speaking(data.hour.language);
const { say } = voice;
const step = (id) => data.steps.find((known) => known.id === id) || { id, title: id, minutes: 0, pages: 1 };
const stage = () => linked.stage;
const box = outbox(data);

const context = {
  data, words: data.words, stage, step, command, say, outbox: box,
  now: linked.now, device: linked.device, beside: linked.beside, tell: linked.say,
  on: (fn) => linked.on((what, value) => fn(what, value)),
}; // prettier-ignore
const mine = { ...context, words };
const toast = toasts();
const turn = presenter(mine);
const tell = spokenClock(mine, voice.tell);
const draw = {
  start: starting(mine), now: nowBox(mine), clock: clockBox(mine, take), then: thenList(mine), film: filmDesk(mine),
  calm: calmBox(mine), end: ending(mine), who: steering(mine),
}; // prettier-ignore

function command(asked) {
  if (!stage() && asked.verb !== "start") return;
  const before = stage();
  const then = apply(before, asked, linked.now(), data.steps);
  if (then === before) return;
  linked.send(then, asked.verb);
  moved(stage());
}

/** A proposal is taken; it can be taken back. */
function take(offer) {
  const before = stage();
  const time = written(offer.ends, data.hour.language);
  const wasEnds = before.ends;
  if (offer.how === "let") command({ verb: "let", ends: offer.ends });
  else command({ verb: offer.how === "skip" ? "skip" : "shorten", cuts: offer.cuts, step: offer.cuts[0].id });
  const text = offer.how === "skip" ? filled(words.done_skip, { name: offer.names[0], time }) : filled(words[`done_${offer.how}`], { time });
  toast(text, () => {
    command({ verb: "undo", cuts: offer.cuts.map(({ id, from }) => ({ id, to: from })), ends: wasEnds });
    say(words.done_undo);
  });
}

/** Something has been done, here or elsewhere. */
function moved(then) {
  paint();
  draw.calm.draw(then);
  draw.end(then);
  draw.who.did(then, linked.now());
  tell.moved(then, clock(then, data.steps, linked.now()));
  notesOf(then.at);
}

function paint() {
  const now = stage();
  draw.start(now);
  if (!now) return;
  const time = linked.now();
  const said = clock(now, data.steps, time);
  draw.now(now, said);
  draw.clock(now, said, time);
  draw.then(now, said);
  draw.film.draw(now);
  show(at("blank"), !now.blank);
  show(at("unblank"), now.blank);
  show(at("to-dark"), now.theme === "light");
  show(at("to-light"), now.theme === "dark");
  tell.ticked(now, said);
}

function notesOf(id) {
  for (const section of document.querySelectorAll("[data-notes]")) show(section, section.dataset.notes === id);
}

function more() {
  command({ verb: "more" });
  if (stage()) say(filled(words.say_more, { left: filled(words.left, { time: spoken(clock(stage(), data.steps, linked.now()).left, words) }) }));
}

function blank() {
  command({ verb: "blank" });
  if (stage()) say(stage().blank ? words.say_blank : words.say_unblank);
}

const pause = () => stage() && command({ verb: stage().paused == null ? "pause" : "resume" });
const speak = () => stage() && tell.asked(stage(), clock(stage(), data.steps, linked.now()), linked.now());
const noted = () => document.querySelector(`[data-notes="${CSS.escape(stage().at)}"] [data-is=aloud]`);
const aloud = () => stage() && say(draw.film.asked() || noted()?.textContent || step(stage().at).title);

function buttons() {
  const does = {
    next: () => command({ verb: "next" }), back: () => command({ verb: "back" }), pause, more, blank,
    theme: () => command({ verb: "theme", theme: stage().theme === "light" ? "dark" : "light" }),
    "page-next": () => turn.page(1), "page-back": () => turn.page(-1),
    "show-step": () => command({ verb: "show", what: "step" }),
    "show-agenda": () => command({ verb: "show", what: "agenda" }),
    "show-join": () => command({ verb: "show", what: "join" }),
    goto: () => command({ verb: "goto", step: at("steps").value }),
  }; // prettier-ignore
  for (const [name, press] of Object.entries(does)) act(name).addEventListener("click", press);
  keys({
    n: does.next, b: does.back, p: pause, m: more, t: draw.calm.press, s: blank, f: draw.film.toggle, k: speak, l: aloud,
    PageDown: turn.onward, ArrowRight: turn.onward, PageUp: turn.backward, ArrowLeft: turn.backward,
  }, mine); // prettier-ignore
  const own = act("voice");
  own.checked = voice.aloud;
  for (const part of document.querySelectorAll(".voice")) show(part, voice.possible);
  own.addEventListener("change", () => (voice.aloud = own.checked));
}

function begin() {
  buttons();
  linked.on((what, value) => {
    if (what === "stage") moved(value);
    if (what === "state") {
      draw.who.state(value);
      if (value.mode === "server") box.load(); // what waited for a network, or for her to sign in
    }
    if (what === "settled") draw.who.settled(value);
  });
  for (const [name, mount] of Object.entries(places(data))) {
    const element = at(name);
    show(element, true);
    mount(element, context);
  }
  box.load();
  draw.who.state(linked.state);
  const now = stage();
  paint();
  if (now) {
    tell.began(now, clock(now, data.steps, linked.now()));
    draw.calm.draw(now);
    draw.end(now);
    notesOf(now.at);
  }
  staying(mine);
  awake();
  window.setInterval(paint, SECOND);
}

begin();
