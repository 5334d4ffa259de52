// What the room has answered, when the leaders show it: the same as on the wall, in words and bars.

import { el } from "./el.js";

export function results(shown, words) {
  const most = Math.max(1, ...shown.options.map((one) => one.count));
  const told = (one) => words.of.replace("{count}", one.count).replace("{total}", shown.total);
  const rows = shown.options.map((one) => {
    const bar = el("i", { "aria-hidden": "true" });
    bar.style.setProperty("--share", (100 * one.count) / most);
    const label = shown.kind === "scale" ? [one.key, one.text].filter(Boolean).join(" · ") : one.text;
    return el("li", {}, el("span", {}, `${label}: ${told(one)}`), bar);
  });
  const body = shown.few ? el("p", {}, words.few) : el("ul", {}, ...rows);
  return el("section", { "data-shown": shown.id }, el("h2", {}, words.results), el("p", {}, shown.ask), body);
}
