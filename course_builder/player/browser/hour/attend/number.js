// Only how many: no names, no completions.

import { make } from "../../dom.js";

/** -> form() */
export function number(desk) {
  const { words } = desk;

  return function form() {
    const field = make("input", { class: "input short", id: "attendance-number", type: "number", min: "0", max: "1000", inputmode: "numeric", required: "" });
    field.value = desk.list.number === null ? "" : desk.list.number;
    const made = make("form", { class: "row low" }, make("div", { class: "field" }, make("label", { for: "attendance-number" }, words.number_label), field), make("button", { class: "btn" }, words.number_save));
    made.addEventListener("submit", (event) => {
      event.preventDefault();
      const many = Number(field.value);
      desk.send("number", { number: many }, "number", (list) => (list.number = many));
      desk.say(desk.count());
    });
    return made;
  };
}
