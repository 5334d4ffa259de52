// What is said, as text: a click on a time goes there, the line being said is marked, the whole can be kept.

import { make } from "../dom.js";
import { save } from "../save.js";

const NEARLY = 4;

/** -> a function that marks the line of a time. */
export function transcript(film, seek) {
  const box = film.part("transcript");
  if (!box) return () => {};
  const lists = film.parts("lines");
  let ourScroll = 0;
  let marked = [];

  for (const time of box.querySelectorAll("time")) {
    const press = make("button", { type: "button", "data-do": "line" });
    time.replaceWith(press);
    press.append(time);
  }
  Object.assign(film.actions, {
    line: (press) => seek(+press.parentNode.dataset.from),
    read: () => film.see(true),
    download: () => save(`${film.data.name}.txt`, (lists.find((list) => !list.hidden) || box).innerText),
  });
  // Opened to its end by the reader, not by the film.
  box.addEventListener("scroll", () => {
    const end = box.scrollTop + box.clientHeight > box.scrollHeight - NEARLY;
    if (end && Math.abs(box.scrollTop - ourScroll) > NEARLY) film.see(true);
  });

  function follow(line) {
    if (box.matches(":hover, :focus-within")) return;
    box.scrollTop = line.offsetTop - box.clientHeight / 3;
    ourScroll = box.scrollTop;
  }

  return (time) => {
    const now = lists.map((list) => [...list.children].reverse().find((line) => line.dataset.from <= time));
    if (now.every((line, place) => line === marked[place])) return;
    for (const line of marked) if (line) line.removeAttribute("aria-current");
    for (const line of now) if (line) line.setAttribute("aria-current", "true");
    marked = now;
    const shown = now.find((line) => line && !line.parentNode.hidden);
    if (shown) follow(shown);
  };
}
