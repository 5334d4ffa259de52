// Notes stay in the memory of this window. The page says so, and offers all of them as a file or on paper.

import { save } from "../save.js";

export function notes(film) {
  const { data, host } = film;
  const fields = film.parts("note");
  for (const field of fields) {
    field.value = host.note(field.dataset.note) || "";
    field.addEventListener("input", () => host.setNote(field.dataset.note, field.value));
  }
  const asked = (field) => field.closest("[data-is=question], [data-is=pause]").querySelector(".ask").textContent;
  film.actions.save = () => {
    const written = fields.map((field) => `${asked(field)}\r\n${field.value}`);
    save(`${data.name}.txt`, [data.title, ...written].join("\r\n\r\n"));
  };
  film.actions.print = () => print();
}
