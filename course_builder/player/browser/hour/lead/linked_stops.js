// Where a linked film is stopped by hand: a press for each stop puts its question on the wall.

import { filled, make } from "../../dom.js";
import { gone } from "../time.js";

/** Draws only when the film is another one, so that the focus stays where it is. */
export function linkedStops(list, words, stopped) {
  let drawn = null;

  return function draw(talk, stop) {
    list.hidden = !talk;
    if (talk && drawn !== talk) list.replaceChildren(...talk.stops.map(row));
    drawn = talk;
    for (const button of list.querySelectorAll("button")) button.setAttribute("aria-pressed", String(Boolean(stop) && button.dataset.stop === stop.id));
  };

  function row({ id, at, ask }) {
    const button = make("button", { type: "button", class: "btn sm", "data-stop": id }, filled(words.film_here, { time: gone(at) }));
    button.addEventListener("click", () => stopped(id, at));
    return make("li", { class: "row" }, button, make("span", { class: "small" }, ask));
  }
}
