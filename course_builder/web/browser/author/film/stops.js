// The list of stops as the form shows it: their times, their order, and moving one by typing or by a key.

import { itemsOf } from "../fields/way.js";
import { read, written } from "./times.js";

const field = (item, name) => item.querySelector(`[data-field="${name}"]`);
export const timeOf = (item, name = "at") => read(field(item, name)?.value ?? "");

/** `[{item, number, at, described, ask}]`; those without a time are left out. */
export function stopsOf(list) {
  const all = itemsOf(list).map((item, index) => ({ item, number: index + 1, at: timeOf(item), described: timeOf(item, "described_at"), ask: field(item, "ask") }));
  return all.filter(({ at }) => at !== null);
}

/** Where a stop at this time belongs: before the first that is later. */
export function indexFor(list, at, but = null) {
  const others = itemsOf(list).filter((item) => item !== but);
  const later = others.findIndex((item) => timeOf(item) !== null && timeOf(item) > at);
  return later < 0 ? others.length : later;
}

/** Writes a time as if somebody had typed it. */
export function write(item, name, seconds) {
  const box = field(item, name);
  box.value = written(seconds);
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

const KEYS = { "+": 1, "-": -1, ArrowUp: 1, ArrowDown: -1 };

/** Typing, + and - and the buttons beside a time; `changed(item, name)` when it is said. */
export function mountTimes(list, changed) {
  function nudge(input, by) {
    const item = input.closest("[data-item]");
    const name = input.dataset.field;
    write(item, name, Math.max(0, (read(input.value) ?? 0) + by));
    changed(item, name, input);
  }

  const isTime = (target) => target.matches("[data-field=at], [data-field=described_at]");
  list.addEventListener("keydown", (event) => {
    const by = KEYS[event.key];
    if (!by || event.altKey || event.ctrlKey || event.metaKey || !isTime(event.target)) return;
    event.preventDefault();
    nudge(event.target, by);
  });
  list.addEventListener("click", (event) => {
    const button = event.target.closest("[data-nudge]");
    if (button) nudge(button.closest(".nudging").querySelector("[data-field]"), Number(button.dataset.nudge));
  });
  list.addEventListener("change", (event) => isTime(event.target) && changed(event.target.closest("[data-item]"), event.target.dataset.field, event.target));
}
