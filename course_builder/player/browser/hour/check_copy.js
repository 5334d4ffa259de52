// Somebody's own copy of a film that is a link: chosen from the disk, shown in the room's window, sent nowhere.

import { make } from "../dom.js";

export function copyPicker(words, chosen) {
  const field = make("input", { type: "file", accept: "video/*" });
  field.addEventListener("change", () => field.files[0] && chosen(field.files[0]));
  return make("label", { class: "field" }, make("span", {}, words.copy), field);
}
