// "Stanna upp": a question to think about in the middle of a lesson.

import { decode, encode } from "../answer/pack.js";
import { notes } from "../answer/notes.js";

export function mount(element, data, host) {
  const field = element.querySelector("textarea");
  const kept = data.stored && host.saved(data.key);
  if (kept) field.value = decode(kept);
  notes(field, data, host)();
  if (data.stored) field.addEventListener("change", () => host.keep(data.key, encode(field.value.trim(), data.most)));
}
