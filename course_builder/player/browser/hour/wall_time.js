// The time on the wall: what is left of a step or of a film's stop, when the hour ends, and which page of several.

import { filled } from "../dom.js";
import { clock } from "./clock.js";
import { filmOf, pagesOf } from "./face.js";
import { put } from "./lead/at.js";
import { left, written } from "./time.js";

const TIMED = ["slide", "stop", "scene", "linked"];

export function drawTime(part, face, stage, data, now) {
  const { words } = data;
  const time = face.name === "stop" ? ofStop(face.stop, stage, now) : clock(stage, data.steps, now);
  part("time").hidden = !TIMED.includes(face.name);
  put(part("left"), left(time.left));
  part("left").setAttribute("aria-label", filled(words.left, { time: left(time.left) }));
  part("drain").style.width = `${time.of ? (100 * time.left) / time.of : 0}%`;
  part("ends").hidden = stage.over;
  put(part("ends"), filled(words.ends, { time: written(stage.ends, data.hour.language) }));
  const pages = ["slide", "scene"].includes(face.name) ? pagesOf(stage, data) : 1;
  part("pages").hidden = pages < 2;
  put(part("pages"), `${Math.min(face.page, pages - 1) + 1} / ${pages}`);
}

/** A stop has seconds of its own, which begin when all views know of it. */
function ofStop(stop, stage, now) {
  const film = filmOf(stage);
  const of = stop.seconds * 1000;
  const gone = film && film.stop ? (stage.paused ?? now) - film.set : 0;
  return { left: Math.max(0, of - Math.max(0, gone)), of };
}
