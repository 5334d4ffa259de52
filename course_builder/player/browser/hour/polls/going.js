// One question that has been asked: how many have answered, and what can be done with it now.

import { button, filled, make } from "../../dom.js";
import { hands } from "./hands.js";
import { through } from "./through.js";

/** -> its element; `does` = {close, show, hide, hands(counts), let(words)}; `visible` whether its answers are on the wall. */
export function going(one, visible, words, does) {
  const state = { open: words.is_open, closed: words.is_closed, shown: visible ? words.is_shown : words.is_closed }[one.state];
  const head = make("div", { class: "row between" }, make("h3", { tabindex: "-1" }, one.ask), make("span", { class: one.state === "open" ? "chip sun" : "chip" }, state));
  const parts = [make("p", { class: "num" }, filled(words.answered, { count: one.voters }))];
  if (one.few && one.state !== "open") parts.push(make("p", { class: "note sun" }, words.few));
  if (one.state === "open") parts.push(make("p", { class: "small muted" }, words.hidden), make("div", { class: "row" }, button("primary", words.close, does.close)));
  else parts.push(...closed(one, visible, words, does));
  if (one.kind !== "word") parts.push(hands(one, words, does.hands));
  return make("article", { class: "stack tight poll", "data-round": one.id }, head, ...parts);
}

function closed(one, visible, words, does) {
  const rows = one.options.map((option) => make("tr", {}, make("th", { scope: "row" }, nameOf(one, option)), make("td", { class: "num" }, String(option.count))));
  const table = make("table", { class: "table" }, make("tbody", {}, ...rows));
  const press = visible ? button("", words.hide, does.hide) : button("primary", words.show, does.show);
  const ready = one.total > 0 && (one.kind !== "word" || one.options.length > 0);
  return [one.kind === "word" && through(one, words, does.let), one.options.length && one.total ? table : null, ready ? make("div", { class: "row" }, press) : null].filter(Boolean);
}

export function nameOf(one, option) {
  return one.kind === "scale" ? [option.key, option.text].filter(Boolean).join(" · ") : option.text;
}
