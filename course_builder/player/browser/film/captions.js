// Captions as cues made from the transcript in the page: nothing is fetched, so they also work from file://.

import { across } from "./clock.js";

// A version without captions of its own shows those of the film, at the moments that belong together.
const fromLines = (list, pairs) =>
  [...list.children].map((line) => [
    across(pairs, +line.dataset.from, 0, 1),
    across(pairs, +line.dataset.to, 0, 1),
    line.lastElementChild.innerHTML.replace(/<br>/g, "\n"),
  ]);

/** `chosen()` is the place of the language shown, or -1; -> {show(), load(version)}. */
export function captions(film, video, chosen) {
  const lists = film.parts("lines");
  const buttons = film.parts("captions");
  const tracks = lists.map((list) => video.addTextTrack("captions", list.dataset.name, list.lang));

  function show() {
    tracks.forEach((track, place) => {
      track.mode = place === chosen() ? "showing" : "hidden";
      buttons[place].setAttribute("aria-pressed", place === chosen());
      lists[place].hidden = place !== Math.max(0, chosen());
    });
  }

  return {
    show,
    load({ cues = {} }, pairs) {
      tracks.forEach((track, place) => {
        track.mode = "hidden";
        for (const old of [...track.cues]) track.removeCue(old);
        const made = cues[lists[place].lang] || fromLines(lists[place], pairs);
        for (const [from, to, text] of made) track.addCue(new VTTCue(from, to, text));
      });
      show();
    },
  };
}
