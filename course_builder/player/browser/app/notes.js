// Her own words: kept on the server for her alone, sent a moment after they are written, gone when the field is empty.

import { button } from "../dom.js";

/** `notes`: question key -> text. */
export function notes(notes, box, words, announce, soon) {
  const name = (key) => `note-${key}`;

  function setNote(key, text) {
    notes[key] = text;
    box.add(name(key), "note", { question: key, text });
    soon();
  }

  return {
    note(key) {
      const waiting = box.find(name(key));
      return waiting ? waiting.body.text : notes[key];
    },
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
