// A film that is shown in a window of its own: what it is, and where we stop.

import { clock } from "../film/clock.js";
import { filled, make } from "../dom.js";

export function drawLinked(section, talk, words) {
  const part = (name) => section.querySelector(`[data-is=linked-${name}]`);
  const facts = [talk.link && talk.link.host, talk.link && talk.link.owner, clock(talk.length)];
  part("title").textContent = talk.title;
  part("facts").textContent = facts.filter(Boolean).join(" · ");
  part("stops").replaceChildren(...talk.stops.map((one) => row(one, words)));
}

function row({ at, ask }, words) {
  const time = make("b", { "aria-label": filled(words.stop_at, { time: clock(at) }) }, clock(at));
  return make("li", {}, time, make("span", {}, ask));
}
