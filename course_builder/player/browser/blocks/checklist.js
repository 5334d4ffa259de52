// A list to tick off; what is ticked is kept.

import { choose, chosen } from "../answer/rows.js";
import { filled, make } from "../dom.js";
import { keysIn } from "../answer/pack.js";

export function mount(element, data, host) {
  const status = make("p", { class: "small muted", role: "status" });
  const tell = () => (status.textContent = filled(host.words.ticked, { done: chosen(element).length, count: data.items.length }));
  element.append(status);
  choose(element, keysIn(host.saved(data.key) || "", data.items));
  tell();
  element.addEventListener("change", () => {
    host.keep(data.key, chosen(element).join(""));
    tell();
  });
}
