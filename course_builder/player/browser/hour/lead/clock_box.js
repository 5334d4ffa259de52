// The clock of the day, how late they are, and what could be done about it.

import { filled } from "../../dom.js";
import { proposals } from "../stage.js";
import { onClock, written } from "../time.js";
import { at, copy, put, show } from "./at.js";
import { cutNames, offerWords } from "./offers.js";

/** `take(offer)` is called when somebody takes a proposal. -> draw(stage, clock, now) */
export function clockBox({ data, words, step }, take) {
  let drawn = "";
  const time = (moment) => written(moment, data.hour.language);

  return function draw(stage, clock, now) {
    put(at("clock"), onClock(now));
    put(at("ends"), filled(words.ends, { time: time(stage.ends) }));
    late(stage, clock);
    put(at("kept"), kept(stage));
    offers(stage, now);
  };

  function late(stage, clock) {
    show(at("late"), clock.late >= 1);
    show(at("on-time"), clock.late < 1);
    put(at("late-by"), filled(words.late, { minutes: clock.late }));
    put(at("late-end"), filled(words.late_end, { time: time(clock.ends) }));
    put(at("on-time"), clock.late <= -1 ? filled(words.spare, { minutes: -clock.late }) : words.on_time);
  }

  function kept(stage) {
    const one = data.steps.find((known) => known.keep && stage.plan.some(({ id }) => id === known.id));
    return one ? filled(words.kept, { name: one.title, minutes: stage.plan.find(({ id }) => id === one.id).minutes }) : words.nothing_moves;
  }

  /** Drawn anew only when there is something else to offer, so that a button stays where it was. */
  function offers(stage, now) {
    const made = proposals(stage, data.steps, now).map((offer) => ({ ...offer, says: offerWords(offer, step, words, time) }));
    show(at("offers"), made.length > 0);
    const text = JSON.stringify(made.map(({ says, cuts }) => [says, cuts]));
    if (text === drawn) return;
    drawn = text;
    const list = at("offer-list");
    const focused = [...list.querySelectorAll("button")].indexOf(document.activeElement);
    list.replaceChildren(...made.map((offer, index) => row(offer, index === 0)));
    if (focused >= 0) (list.querySelectorAll("button")[focused] || at("title")).focus();
  }

  function row(offer, first) {
    const made = copy("offer");
    const button = made.querySelector("button");
    made.querySelector("strong").textContent = offer.says.what;
    made.querySelector("p").textContent = offer.says.how;
    button.classList.toggle("primary", first);
    button.setAttribute("aria-label", filled(words.offer_do_name, { what: offer.says.what }));
    button.querySelector("span").textContent = words.offer_do;
    button.addEventListener("click", () => take({ ...offer, names: cutNames(offer, step) }));
    return made;
  }
}
