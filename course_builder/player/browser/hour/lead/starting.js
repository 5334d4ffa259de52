// Before the start: the room's window on the right screen, and then the clock goes.

import { MINUTE } from "../minutes.js";
import { act, at, show } from "./at.js";

const NEAR = 30 * MINUTE;

/** When the hour ends: as planned when it begins about then, else its own minutes from now. */
export function endOf({ starts, ends, steps }, now) {
  if (starts != null && ends != null && Math.abs(now - starts) <= NEAR) return ends;
  return now + steps.reduce((sum, { minutes }) => sum + minutes, 0) * MINUTE;
}

/** -> draw(stage) */
export function starting({ data, now, command, beside }) {
  let room = null;

  act("start").addEventListener("click", () => command({ verb: "start", ends: endOf(data, now()) }));
  act("open-room").addEventListener("click", () => {
    if (room && !room.closed) return room.focus();
    room = window.open(data.room, `room ${data.hour.id}`, "popup,width=1280,height=720");
    return beside(room);
  });

  return function draw(stage) {
    const before = !stage;
    show(at("start"), before);
    show(at("running"), !before);
    show(act("calm"), !before && !stage.over);
  };
}
