// A film discussion alone at the screen, or a film by itself in a lesson.

import { filled } from "./dom.js";
import { link } from "./film/link.js";
import { packed, unpacked } from "./film/memory.js";
import { notes } from "./film/notes.js";
import { screen } from "./film/screen.js";
import { steps } from "./film/steps.js";
import { watched } from "./film/watched.js";

export function mount(element, data, host) {
  const { words } = host;
  const state = unpacked(host.saved(data.key));
  const seen = watched(data.length, state.marks);
  let kept;
  const film = {
    host,
    data,
    state,
    watched: seen,
    actions: {},
    part: (name) => element.querySelector(`[data-is=${name}]`),
    parts: (name) => [...element.querySelectorAll(`[data-is=${name}]`)],
    rest() {},
    keep() {
      const now = packed({ ...state, marks: seen.pack() });
      if (now !== kept) host.keep(data.key, now);
      kept = now;
    },
    tell() {
      const share = Math.floor(seen.share() * 100);
      const line = film.part("seen");
      if (line) line.textContent = state.seen ? words.film_seen : share ? filled(words.film_share, { share }) : "";
    },
    /** The film counts as seen; said aloud when the person's own act made it so. */
    see(aloud) {
      if (state.seen) return;
      state.seen = true;
      film.keep();
      film.tell();
      film.mark();
      if (data.part) host.partDone(data.key);
      if (aloud) host.announce(words.film_seen);
    },
  };
  steps(film);
  notes(film);
  (data.versions ? screen : link)(film);
  film.tell();
  element.classList.add("on");
  element.addEventListener("click", (event) => {
    const press = event.target.closest("[data-do]");
    if (!press) return;
    event.preventDefault();
    film.actions[press.dataset.do](press);
  });
}
