// The pictures of films that are read aloud. All are fetched when the window opens: the network may be what took the film.

import { make } from "../dom.js";

/** -> show(place, still): the picture `{src, alt}` stands in the place; null leaves it empty. One picture is in one place at a time. */
export function stills(films) {
  const kept = new Map();
  const scenes = Object.values(films).flatMap((talk) => talk.scene);
  for (const { still } of scenes) if (still && !kept.has(still.src)) kept.set(still.src, make("img", still));

  return (place, still) => {
    if (!still) return place.replaceChildren();
    const picture = kept.get(still.src);
    picture.alt = still.alt;
    if (place.firstChild !== picture) place.replaceChildren(picture);
  };
}
