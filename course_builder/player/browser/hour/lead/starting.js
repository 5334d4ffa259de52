// Before the start: the room's window on the right screen, and then the clock goes.

import { filled } from "../../dom.js";
import { MINUTE } from "../minutes.js";
import { onDay, written } from "../time.js";
import { act, at, put, show } from "./at.js";

const NEAR = 30 * MINUTE;
const HALF_A_DAY = 12 * 60 * MINUTE;

/** When the hour ends: as planned when it begins about then, else its own minutes from now. */
export function endOf({ starts, ends, steps }, now) {
  if (starts != null && ends != null && Math.abs(now - starts) <= NEAR) return ends;
  return now + steps.reduce((sum, { minutes }) => sum + minutes, 0) * MINUTE;
}

/** An hour of another day can be begun; somebody who only wants to look is told what that means. */
function otherDay({ starts, hour }, now, words) {
  if (starts == null || Math.abs(now - starts) < HALF_A_DAY) return "";
  return filled(words.other_day, { day: onDay(starts, hour.language), time: written(starts, hour.language) });
}

/** -> draw(stage) */
export function starting({ data, words, now, command, beside }) {
  let room = null;
  put(at("other-day"), otherDay(data, now(), words));

  act("start").addEventListener("click", () => command({ verb: "start", ends: endOf(data, now()) }));
  act("open-room").addEventListener("click", () => {
    if (room && !room.closed) return room.focus();
    room = window.open(data.room, `room ${data.hour.id}`, "popup,width=1280,height=720");
    return beside(room);
  });

  return function draw(stage) {
    const before = !stage;
    const pressed = !before && at("start").contains(document.activeElement);
    show(at("start"), before);
    show(at("running"), !before);
    show(act("calm"), !before && !stage.over);
    if (pressed) act("next").focus(); // who began with the keyboard goes on with it
  };
}
