// Her own words: kept on the server for her alone, sent a moment after they are written, gone when the field is empty.

import { button } from "../dom.js";

/** `notes`: question key -> text. */
export function notes(notes, box, words, announce, soon) {
  function setNote(key, text) {
    notes[key] = text;
    box.add(`note-${key}`, "note", { question: key, text });
    soon();
  }

  return {
    note: (key) => notes[key],
    setNote,

    erase: (field, key) =>
      button("quiet sm", words.erase, () => {
        field.value = "";
        setNote(key, "");
        announce(words.erased);
        field.focus();
      }),
  };
}
