// What is said, as text: a click on a time goes there, the line being said is marked, the whole can be kept.

import { filled, make } from "../dom.js";
import { save } from "../save.js";

const NEARLY = 4;

/** -> a function that marks the line of a time. */
export function transcript(film, seek) {
  const box = film.part("transcript");
  if (!box) return () => {};
  const lists = film.parts("lines");
  const { words, announce } = film.host;
  let ourScroll = 0;

  for (const time of box.querySelectorAll("time")) {
    const press = make("button", { type: "button", "data-do": "line", "aria-label": filled(words.film_line, { time: time.textContent }) });
    time.replaceWith(press);
    press.append(time);
  }
  Object.assign(film.actions, {
    line: (press) => seek(+press.parentNode.dataset.from),
    read: () => (film.state.seen ? announce(words.film_seen) : film.see(true)),
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
    for (const list of lists) {
      const before = list.querySelector("[aria-current]");
      const now = [...list.children].reverse().find((line) => line.dataset.from <= time) || null;
      if (now === before) continue;
      if (before) before.removeAttribute("aria-current");
      if (now) now.setAttribute("aria-current", "true");
      if (now && !list.hidden) follow(now);
    }
  };
}
