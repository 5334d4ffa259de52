// Running late on one screen: told in words, with ways to end in time. A person takes one, or none.

import { filled, make } from "../dom.js";
import { clock } from "./clock.js";
import { put } from "./lead/at.js";
import { proposals } from "./proposals.js";
import { written } from "./time.js";

const MINUTE = 60000; // milliseconds

/** `taken(commands)` when somebody takes an offer. -> draw(stage, now) */
export function lateness(bar, data, taken) {
  const { words } = data;
  const told = bar.querySelector("[data-is=late]");
  const list = bar.querySelector("[data-is=offers]");
  let offered = "";

  return function draw(stage, now) {
    const on = stage && !stage.over && !stage.calm;
    const late = on ? clock(stage, data.steps, now).late : 0;
    const found = on ? proposals(stage, data.steps, now) : [];
    told.hidden = late < 1;
    put(told, filled(words.one_late, { minutes: late }));
    list.hidden = !found.length;
    const same = JSON.stringify(found.map(({ how, cuts, ends }) => [how, cuts, Math.round(ends / MINUTE)]));
    if (same === offered) return;
    offered = same;
    list.replaceChildren(...found.map(offer));
  };

  function offer({ how, cuts, ends }) {
    const names = cuts.map(({ id }) => data.steps.find((one) => one.id === id).title).join(", ");
    const text = filled(words[`one_${how}`], { names, time: written(ends, data.hour.language) });
    const made = make("button", { type: "button", class: "btn sm" }, text);
    made.addEventListener("click", () => taken(how === "let" ? [{ verb: "let", ends }] : [{ verb: "shorten", cuts }]));
    return make("li", {}, made);
  }
}
