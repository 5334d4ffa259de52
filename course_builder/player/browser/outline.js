// The outline says in icon and words what is done, what is here and what has changed since it was read.

import { icon, make } from "./dom.js";

export function outline(page, words) {
  const links = new Map(page.parts.map((part) => [part.key, document.querySelector(`.outline a[href="#p-${part.key}"]`)]));

  function mark(link, key, here, record) {
    const done = record.isRead(key);
    link.classList.toggle("done", done);
    if (key === here) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
    for (const old of link.querySelectorAll(".now")) old.remove();
    link.querySelector("svg").replaceWith(icon(done ? "circle-check" : "circle"));
    if (done) link.append(make("span", { class: "vh now" }, `, ${words.part_done}`));
    if (record.isChanged(key)) link.append(make("span", { class: "chip sun now" }, words.changed));
  }

  return (here, record) => {
    links.forEach((link, key) => mark(link, key, here, record));
    const box = document.querySelector(".p-nav > .inner");
    const { top, bottom } = links.get(here).getBoundingClientRect();
    const room = box.getBoundingClientRect();
    if (top < room.top || bottom > room.bottom) box.scrollTop += top - room.top - box.clientHeight / 3;
  };
}
