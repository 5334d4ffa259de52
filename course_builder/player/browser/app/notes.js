// Her own words: kept on the server for her alone, sent a moment after they are written, gone when the field is empty.

import { button } from "../dom.js";
import { together } from "./together.js";

const name = (key) => `note-${key}`;

/** `notes`: question key -> text. `soon()` sends, `crossed()` is called when another window has written meanwhile. */
export function notes(notes, box, words, announce, soon, crossed) {
  const stored = { ...notes }; // as the server has them
  for (const { what, body } of box.all()) if (what === "note") notes[body.question] = body.text;

  function setNote(key, text) {
    notes[key] = text;
    box.add(name(key), "note", { question: key, text, was: stored[key] || "" });
    soon();
  }

  /** What became of a note that was sent. */
  function learn(reply, { body }) {
    const { question: key, text, was } = body;
    if (reply.how !== "kept" && reply.text === undefined) return;
    stored[key] = reply.how === "kept" ? text : reply.text;
    const next = box.find(name(key));
    if (next && next.body !== body) next.body.was = stored[key];
    else if (reply.how !== "kept") meet(key, text, was);
  }

  // Nothing of either is thrown away.
  function meet(key, text, was) {
    const whole = together(stored[key], text, was);
    const field = document.querySelector(`[data-note="${key}"], [id="${key}-text"]`);
    if (field && field.value === text) field.value = whole;
    crossed();
    queueMicrotask(() => setNote(key, whole)); // when the refused one has left
  }

  return {
    learn,
    host: {
      note: (key) => notes[key],
      setNote,

      erase: (field, key) =>
        button("quiet sm", words.erase, () => {
          field.value = "";
          setNote(key, "");
          announce(words.erased);
          field.focus();
        }),
    },
  };
}
