// The clock speaks at a new item, two minutes before its end, and when it is asked. Never by itself otherwise.

import { filled } from "../../dom.js";
import { MINUTE, minutesOf } from "../minutes.js";
import { stepAfter } from "../stage.js";
import { onClock, spoken, written } from "../time.js";

const SOON = 2 * MINUTE;
const LONG_ENOUGH = 3 * MINUTE;

/** -> {moved(stage, clock), ticked(stage, clock), asked(stage, clock, now)} */
export function spokenClock({ data, words, step }, tell) {
  let at = null; // step and phase that have been told
  let warned = null; // step that the two minutes have been said of
  const named = (stage) => `${stage.at}\n${stage.phase ? stage.phase.name : ""}`;

  return {
    /** What was on when the page was opened is not news. */
    began(stage, clock) {
      at = named(stage);
      if (clock.stepLeft <= SOON) warned = stage.at;
    },
    moved(stage, clock) {
      const now = named(stage);
      if (now === at) return;
      const sameStep = at && at.split("\n")[0] === stage.at;
      at = now;
      const time = spoken(clock.left, words);
      const title = step(stage.at).title;
      const what = sameStep && clock.phase ? filled(words.say_phase, { how: data.words[`how_${clock.phase}`], time }) : filled(words.say_new, { title: title.replace(/[.?!]$/, ""), time });
      tell(stepAfter(stage) ? what : `${what} ${words.say_last}`);
    },
    ticked(stage, clock) {
      if (stage.paused != null || stage.over || clock.of === 0 || warned === stage.at) return;
      if (clock.stepLeft > SOON || clock.stepLeft <= 0 || minutesOf(stage, stage.at) * MINUTE < LONG_ENOUGH) return;
      warned = stage.at;
      tell(filled(words.say_two, { title: step(stage.at).title }));
    },
    asked(stage, clock, now) {
      const title = step(stage.at).title;
      const rest = clock.over > 0 ? filled(words.say_over, { title }) : filled(words.say_left, { time: spoken(clock.left, words), title });
      const left = stage.paused == null ? rest : `${words.say_paused}. ${rest}`;
      tell(filled(words.say_clock, { clock: onClock(now), left, late: late(clock), end: written(clock.ends, data.hour.language) }));
    },
  };

  function late(clock) {
    if (clock.late < 1) return words.say_on_time;
    return clock.late === 1 ? words.say_late_one : filled(words.say_late, { minutes: clock.late });
  }
}
