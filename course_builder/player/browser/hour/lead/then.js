// What comes then, when it begins and how long it takes.

import { filled, make } from "../../dom.js";
import { onClock } from "../time.js";
import { at, put } from "./at.js";

const LOOKS = { film: "k-film", agree: "k-keep", quiz: "k-quiet", actions: "k-keep" };

export function thenList({ data, words, step }) {
  let drawn = "";
  const select = at("steps");
  select.append(...data.steps.map(({ id, title }) => make("option", { value: id }, title)));

  return function draw(stage, clock) {
    const rows = stage.plan.slice(stage.plan.findIndex(({ id }) => id === stage.at) + 1);
    const starts = new Map(clock.then.map(({ id, start }) => [id, onClock(start)]));
    const text = JSON.stringify([rows, [...starts]]);
    if (text === drawn) return;
    drawn = text;
    at("then").replaceChildren(...rows.map(({ id, minutes }) => row(step(id), minutes, starts.get(id))));
    for (const option of select.options) put(option, named(stage, option.value));
  };

  function row(known, minutes, start) {
    const length = minutes ? String(minutes) : words.skipped;
    const look = minutes ? LOOKS[known.kind] || "k-talk" : "k-over";
    const parts = [make("span", { class: "when num" }, start || ""), make("span", { class: `tick ${look}` }), make("span", {}, known.title)];
    return make("li", minutes ? {} : { class: "skipped" }, ...parts, make("span", { class: "num small muted" }, length));
  }

  function named(stage, id) {
    const minutes = stage.plan.find((one) => one.id === id)?.minutes ?? 0;
    return `${step(id).title} (${minutes ? filled(words.minutes, { minutes }) : words.skipped})`;
  }
}
