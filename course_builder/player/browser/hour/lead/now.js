// What is going on: the step, what the room sees of it, what is left, and what comes next.

import { filled } from "../../dom.js";
import { face, pagesOf } from "../face.js";
import { stepAfter } from "../stage.js";
import { PHASES } from "../phases.js";
import { left, spoken } from "../time.js";
import { act, at, off, put, show } from "./at.js";

/** -> draw(stage, clock): called whenever something has changed, and each second. */
export function nowBox({ data, words, step }) {
  const bar = at("bar");

  return function draw(stage, clock) {
    const here = step(stage.at);
    put(at("place"), [filled(words.place, { n: clock.number, all: clock.count }), ...ledBy(here)].join(" · "));
    put(at("title"), here.title);
    how(here, clock);
    time(stage, clock);
    pages(stage);
    mini(stage, here, clock);
    next(stage);
  };

  function ledBy(here) {
    return here.lead ? [filled(words.led_by, { who: words[`lead_${here.lead}`] })] : [];
  }

  function how(here, clock) {
    const text = clock.phase ? data.words[`phase_${clock.phase}`] : data.words[`how_${here.method}`] || here.form || "";
    put(at("how"), text.charAt(0).toUpperCase() + text.slice(1));
    show(at("how"), Boolean(text));
  }

  function time(stage, clock) {
    const text = clock.over > 0 ? `+${left(clock.over)}` : left(clock.left);
    put(at("left"), text);
    at("left").classList.toggle("over", clock.over > 0);
    const share = clock.of ? Math.round((100 * clock.left) / clock.of) : 0;
    bar.setAttribute("aria-valuenow", share);
    bar.setAttribute("aria-valuetext", said(clock));
    bar.firstElementChild.style.setProperty("width", `${share}%`);
    show(at("pause"), stage.paused == null);
    show(at("resume"), stage.paused != null);
  }

  function said(clock) {
    return clock.over > 0 ? filled(words.over_by, { time: spoken(clock.over, words) }) : filled(words.left, { time: spoken(clock.left, words) });
  }

  function pages(stage) {
    const all = pagesOf(stage, data);
    show(at("pages"), all > 1);
    put(at("page"), filled(words.page_of, { n: stage.page + 1, all }));
    off(act("page-back"), stage.page === 0);
    off(act("page-next"), stage.page >= all - 1);
  }

  function mini(stage, here, clock) {
    const what = wall(stage, here);
    at("mini").classList.toggle("dark", stage.theme === "dark" || stage.blank);
    put(at("mini-what"), what);
    put(at("mini-left"), stage.blank || stage.calm ? "" : left(clock.left));
    at("mini").setAttribute("aria-label", stage.blank || stage.calm ? what : filled(words.wall_shows, { what }));
  }

  function wall(stage, here) {
    if (stage.calm) return words.wall_calm;
    if (stage.blank) return words.wall_blank;
    const { name, stop } = face(stage, data, { copy: true });
    if (name === "stop" && stop) return stop.ask;
    return words[`wall_${name}`] || here.title;
  }

  function next(stage) {
    const phase = stage.phase && PHASES[PHASES.indexOf(stage.phase.name) + 1];
    const then = stepAfter(stage);
    const name = phase ? words[`next_${phase}`] : then && step(then).title;
    put(at("next"), name ? filled(words.next_is, { name }) : words.next_none);
    off(act("next"), !name);
  }
}
