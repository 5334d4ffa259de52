// Where the film stops and asks. A stop is done when the person has gone on from it; done stops do not stop again.

import { filled } from "../dom.js";
import { clock } from "./clock.js";

/** screen: {video, figure, seek, start, inVersion(time), total()}; -> what the screen tells the stops. */
export function stops(film, screen) {
  const { pauses } = film.data;
  const { words } = film.host;
  const cards = film.parts("pause");
  const arches = film.parts("stop");
  const pill = film.part("pill");
  const done = new Set(pauses.filter((pause) => film.watched.after(pause.at)));
  let open = null;
  let wide = null;
  for (const card of cards) card.hidden = true;

  function label(pause) {
    const word = pause === open ? words.film_stop_here : done.has(pause) ? words.film_stop_done : words.film_stop;
    return filled(word, { n: pauses.indexOf(pause) + 1, time: clock(screen.inVersion(pause.at)) });
  }

  /** Arches stand at their time of the version shown. */
  function draw() {
    pauses.forEach((pause, place) => {
      const arch = arches[place];
      arch.style.left = `${(100 * screen.inVersion(pause.at)) / screen.total()}%`;
      arch.classList.toggle("now", pause === open);
      arch.classList.toggle("done", pause !== open && done.has(pause));
      arch.setAttribute("aria-label", label(pause));
      cards[place].hidden = pause !== open;
    });
    pill.hidden = !open;
    pill.lastChild.textContent = filled(words.film_pause_of, { n: pauses.indexOf(open) + 1, all: pauses.length });
  }

  const leave = async () => document.fullscreenElement && document.exitFullscreen();

  function stopAt(pause) {
    screen.video.pause();
    wide = document.fullscreenElement;
    open = pause;
    draw();
    leave().then(() => cards[pauses.indexOf(pause)].focus());
  }

  function close() {
    if (open) done.add(open);
    open = null;
    draw();
  }

  function go() {
    screen.start();
    if (wide) screen.figure.requestFullscreen().catch(() => {});
    wide = null;
    film.part("play").focus();
  }

  Object.assign(film.actions, {
    go,
    again() {
      const before = pauses[pauses.indexOf(open) - 1];
      open = null;
      screen.seek(before ? before.at : 0);
      go();
    },
    stop(arch) {
      const pause = pauses[arches.indexOf(arch)];
      screen.seek(pause.at);
      stopAt(pause);
    },
  });

  const ahead = (from) => pauses.filter((pause) => !done.has(pause) && pause.at > from);
  return {
    draw,
    leave,
    close,
    next: (from) => Math.min(...ahead(from).map((pause) => pause.at)),
    crossed(from, to) {
      const pause = ahead(from).find((each) => each.at <= to);
      if (pause) stopAt(pause);
    },
  };
}
