// The film as a scene that is read aloud: so many lines at a time with the picture of their moment, and its stops where they are.

import { make } from "../dom.js";

/** The page of a scene; one beyond the last is the last. */
export const pageOf = (talk, page) => talk.scene[Math.min(page, talk.scene.length - 1)] || { lines: [], still: null };

/** Fills the scene's place with a page of lines. `show(place, still)` shows a picture. */
export function drawScene(section, talk, page, show) {
  const part = (name) => section.querySelector(`[data-is=${name}]`);
  const { lines, still } = pageOf(talk, page);
  part("scene-title").textContent = talk.title;
  part("scene-lines").replaceChildren(...lines.flatMap(row));
  show(part("still"), still);
}

function row({ time, text, sound }) {
  return [make("dt", {}, time), make("dd", sound ? { class: "sound" } : {}, text)];
}
