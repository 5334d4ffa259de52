// One part of the course at a time: shown by its address (#p-KEY), with its heading in focus and its name in the title.

import { filled, icon, make } from "./dom.js";

const SOON = 1000;
const WITHOUT_SCROLLING = 10000;

/** `opened(part, section)` when one is shown, `ended(part)` when its end has been reached or Next was pressed, `left()`: what is still to do. */
export function parts(page, words, { opened, ended, left }) {
  const sections = [...document.querySelectorAll("section.part")];
  const all = sections.map((section) => page.parts.find((part) => part.key === section.dataset.part));
  const ends = sections.map((section, place) => (section.querySelector(":scope > .p-two") ?? section).appendChild(end(place)));
  let begun = 0; // where the address without a hash leads back to
  let shown = -1;
  let timer = null;

  function end(place) {
    const row = make("div", { class: "p-next" });
    const before = all[place - 1];
    const after = all[place + 1];
    if (before) row.append(make("a", { class: "btn", href: `#p-${before.key}` }, icon("arrow-left"), before.title));
    const next = after
      ? make("a", { class: "btn primary", href: `#p-${after.key}` }, filled(words.next_part, { title: after.title }), icon("arrow-right"))
      : make("button", { class: "btn primary", type: "button" }, words.last_part, icon("check"));
    next.addEventListener("click", () => {
      ended(all[place]);
      if (!after) row.before(summary());
    });
    row.append(next);
    return make("div", {}, row);
  }

  /** What remains, said where the last part ends. */
  function summary() {
    document.getElementById("left")?.remove();
    const rest = left();
    const links = rest.map((part) => make("li", {}, make("a", { href: `#p-${part.key}` }, part.title)));
    const text = make("p", { tabindex: "-1" }, rest.length ? words.left : words.nothing_left);
    setTimeout(() => text.focus());
    return make("div", { id: "left", class: `note ${rest.length ? "sun" : "ok"}` }, make("div", {}, text, make("ul", {}, ...links)));
  }

  // The end counts once it has been in view for a moment; a part that needs no scrolling for a longer one.
  const watcher = new IntersectionObserver((entries) => {
    clearTimeout(timer);
    const seen = entries[entries.length - 1].isIntersecting;
    const long = sections[shown].offsetHeight > innerHeight;
    if (seen) timer = setTimeout(() => ended(all[shown]), long ? SOON : WITHOUT_SCROLLING);
  });

  function show(place) {
    if (place === shown) return;
    watcher.disconnect();
    clearTimeout(timer);
    shown = place;
    sections.forEach((section, other) => (section.hidden = other !== place));
    document.title = `${all[place].title} – ${page.course.title}`;
    opened(all[place], sections[place]);
    watcher.observe(ends[place]);
  }

  const pointed = (address) => document.getElementById(new URL(address).hash.slice(1));
  const target = () => pointed(location.href);
  /** The place an address points at; -1: none of ours. */
  const addressed = () => sections.findIndex((section) => target() && section.contains(target()));

  // Back from a card in the margin the reader is where she was in the text.
  let cited = null;
  document.addEventListener("click", ({ target }) => (cited = target.closest("a[data-ref]") || cited));
  const resume = () => cited && (target() || sections[shown]) === sections[shown] && cited.focus();

  function follow({ oldURL }) {
    const place = location.hash ? addressed() : begun;
    if (place < 0) return;
    const from = pointed(oldURL);
    if (place === shown && from && from !== sections[place]) return resume();
    show(place);
    if (location.hash && target() !== sections[place]) return;
    const heading = sections[place].querySelector("h1, h2");
    heading.tabIndex = -1;
    scrollTo(0, 0);
    heading.focus();
  }

  addEventListener("hashchange", follow);

  return {
    /** The part an address names, else the one with this key, else the first. */
    begin(key) {
      const kept = all.findIndex((part) => part.key === key);
      begun = Math.max(0, addressed() < 0 ? kept : addressed());
      show(begun);
    },
  };
}
