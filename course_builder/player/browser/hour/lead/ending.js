// The end: the clock stops and can be started again; then what was noted is closed on the server, and the follow-up is next.

import { act, at, put, show } from "./at.js";

const WAIT = 500;

/** -> draw(stage) */
export function ending({ data, stage: current, command, outbox, say }) {
  const box = at("over-said");
  const steering = document.querySelectorAll(".now-item, .side"); // there is no next step, and no clock that goes
  let was = false;

  act("end").addEventListener("click", () => command({ verb: "end" }));
  act("undo-end").addEventListener("click", () => command({ verb: "resume" }));
  act("done").addEventListener("click", close);
  show(act("done"), Boolean(data.server));

  async function close() {
    put(box, "");
    if (outbox.waiting) {
      put(box, box.dataset.saving);
      return window.setTimeout(() => current().over && close(), WAIT);
    }
    const closed = await told(data.server.end, data.server.csrf);
    if (!closed) return put(box, box.dataset.not);
    return window.location.assign(data.server.after);
  }

  return function draw(stage) {
    show(at("over"), stage.over);
    show(act("end"), !stage.over);
    for (const part of steering) show(part, !stage.over);
    if (stage.over === was) return;
    was = stage.over;
    const place = document.getElementById(was ? "over-heading" : "now-heading");
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: "nearest" });
    if (was) say(place.textContent);
  };
}

/** Whether the server has closed the hour. */
async function told(address, csrf) {
  try {
    const answer = await fetch(address, { method: "POST", headers: { "X-CSRF-Token": csrf, Accept: "application/json" }, credentials: "same-origin" });
    return answer.ok;
  } catch (lost) {
    if (!(lost instanceof TypeError)) throw lost;
    return false;
  }
}
