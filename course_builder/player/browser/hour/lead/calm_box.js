// Ta en paus: film and clock stand still, the wall is calm, and the script stands here alone. What is said is noted nowhere.

import { act, at, show } from "./at.js";

/** -> {draw(stage), press()} */
export function calmBox({ words, stage: current, command, say }) {
  let was = false;

  function press() {
    if (!current()) return;
    const on = current().calm;
    command({ verb: on ? "resume" : "calm" });
  }

  act("calm").addEventListener("click", press);
  act("calm-end").addEventListener("click", press);

  function draw(stage) {
    if (stage.calm === was) return;
    was = stage.calm;
    show(at("calm"), was);
    say(was ? words.say_calm : words.say_on);
    const place = document.getElementById(was ? "calm-heading" : "now-heading");
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: "nearest" });
  }

  return { draw, press };
}
