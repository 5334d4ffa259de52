// Before, film and stops, after: one at a time, in any order, with the minutes that are left.

import { arrive, filled } from "../dom.js";

export function steps(film) {
  const { state, host, data } = film;
  const sections = film.parts("step");
  const links = film.parts("step-link");
  const left = film.parts("left");
  const filmAt = sections.findIndex((section) => section.contains(film.part("film")));

  function mark() {
    sections.forEach((section, step) => (section.hidden = step !== state.step));
    links.forEach((link, step) => {
      const here = step === state.step;
      const done = step === filmAt ? state.seen : step < state.step;
      link.classList.toggle("sun", here);
      link.classList.toggle("ok", done && !here);
      if (here) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
      if (done) left[step].textContent = host.words.film_step_done;
    });
  }

  function go(step) {
    if (step < 0) return;
    state.step = step;
    film.rest();
    mark();
    film.keep();
    arrive(sections[step].firstElementChild);
    sections[step].scrollIntoView();
  }

  film.actions.step = (link) => go(+link.dataset.step);
  film.actions.text = () => {
    go(filmAt);
    arrive(film.part("said"));
  };
  film.mark = mark;
  film.progress = (time) => {
    if (!left[filmAt] || state.seen) return;
    const minutes = Math.max(1, Math.ceil(data.minutes * (1 - time / data.length)));
    left[filmAt].textContent = filled(host.words.film_minutes_left, { minutes });
  };
  if (state.step >= sections.length) state.step = 0;
  mark();
}
