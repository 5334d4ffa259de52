// The film as a scene that is read aloud: so many lines at a time, and its stops where they are.

import { make } from "../dom.js";

/** Fills the scene's place with a page of lines. */
export function drawScene(section, talk, page) {
  const part = (name) => section.querySelector(`[data-is=${name}]`);
  const found = talk.scene[Math.min(page, talk.scene.length - 1)] || { lines: [] };
  part("scene-title").textContent = talk.title;
  if (talk.poster && !part("still").firstChild) part("still").append(make("img", { src: talk.poster, alt: "" }));
  part("scene-lines").replaceChildren(...found.lines.flatMap(row));
}

function row({ time, text, sound }) {
  return [make("dt", {}, time), make("dd", sound ? { class: "sound" } : {}, text)];
}
