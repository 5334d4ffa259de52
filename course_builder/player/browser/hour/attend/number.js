// Only how many: no names, no completions. The field stays the same, so that nothing that is being typed is lost.

import { make } from "../../dom.js";

/** -> form() */
export function number(desk) {
  const { words } = desk;
  const field = make("input", { class: "input short", id: "attendance-number", type: "number", min: "0", max: "1000", inputmode: "numeric", required: "" });
  const label = make("label", { for: "attendance-number" }, words.number_label);
  const made = make("form", { class: "row low" }, make("div", { class: "field" }, label, field), make("button", { class: "btn" }, words.number_save));
  let typed = false;

  field.addEventListener("input", () => (typed = true));
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    const many = Number(field.value);
    typed = false;
    desk.send("number", { number: many }, "number", (list) => (list.number = many));
    desk.say(desk.count());
  });

  return function form() {
    if (!typed) field.value = desk.list.number === null ? "" : desk.list.number;
    return made;
  };
}
