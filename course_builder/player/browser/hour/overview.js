// The whole hour on the wall: what is done, what is on, what is to come.

import { filled, icon, make } from "../dom.js";

const TALL = 9;

export function drawOverview(list, stage, data) {
  const items = grouped(stage, data.steps);
  const at = items.findIndex((item) => item.ids.includes(stage.at));
  list.replaceChildren(...items.map((item, place) => row(item, place - at, data.words)));
  list.style.setProperty("--rows", items.length > TALL ? Math.ceil(items.length / 2) : items.length);
}

/** The steps of a film discussion are one line. */
function grouped(stage, steps) {
  const items = [];
  for (const { id, minutes } of stage.plan) {
    const step = steps.find((one) => one.id === id);
    if (!step || !(minutes > 0)) continue;
    const last = items[items.length - 1];
    if (last && last.item === step.item) {
      last.minutes += minutes;
      last.ids.push(id);
    } else items.push({ item: step.item, title: step.group || step.title, minutes, ids: [id] });
  }
  return items;
}

function row({ title, minutes }, place, words) {
  const state = place < 0 ? { class: "done" } : place === 0 ? { class: "now", "aria-current": "step" } : {};
  const sign = place < 0 ? icon("check") : make("span", {});
  return make("li", state, sign, make("span", {}, title), make("span", { class: "num" }, filled(words.minutes, { minutes })));
}
