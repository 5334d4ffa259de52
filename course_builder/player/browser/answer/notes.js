// A field for one's own thoughts: kept in this window's memory, handed over as a file or on paper.

import { button, icon, make } from "../dom.js";
import { save } from "../save.js";

const file = (words) => `${words.note_file}.txt`;

export function notes(field, data, host) {
  const { words } = host;
  field.value = host.note(data.key) || field.value;
  const grow = () => {
    field.style.height = "auto";
    if (field.scrollHeight) field.style.height = `${field.scrollHeight + 4}px`;
  };
  field.addEventListener("input", () => {
    host.setNote(data.key, field.value);
    grow();
  });
  const keep = button("quiet sm", "", () => save(file(words), `${data.ask}\r\n\r\n${field.value}`));
  keep.append(icon("download"), words.save_file);
  const paper = button("quiet sm", "", () => print());
  paper.append(icon("printer"), words.print);
  // Beside the fieldset, which is shut when the question is answered.
  (field.closest("fieldset") || field.nextElementSibling).after(make("p", { class: "row" }, keep, paper, ...(host.erase ? [host.erase(field, data.key)] : [])));
  return grow;
}
