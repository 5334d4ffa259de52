// For those who work by ear: said politely to a screen reader, and aloud by the computer's own voice for those who want it.

import { at } from "./at.js";

const NAME = "course-builder hour voice";

export function speaking(language, store = window.localStorage, voices = window.speechSynthesis) {
  const box = at("said");
  let aloud = Boolean(voices) && store.getItem(NAME) === "on";

  /** The same words twice are said twice: the region is emptied in between. */
  function say(text) {
    box.textContent = "";
    window.setTimeout(() => (box.textContent = text), 50);
  }

  /** The clock: only this is read with the computer's voice, and only with a voice of its own. */
  function tell(text) {
    say(text);
    if (!aloud) return;
    const said = new SpeechSynthesisUtterance(text);
    said.lang = language;
    const own = voices.getVoices().find((voice) => voice.localService && voice.lang.startsWith(language));
    if (!own) return;
    said.voice = own;
    voices.cancel();
    voices.speak(said);
  }

  return {
    say,
    tell,
    possible: Boolean(voices),
    get aloud() {
      return aloud;
    },
    set aloud(on) {
      aloud = on;
      store.setItem(NAME, on ? "on" : "off");
      if (!on) voices.cancel();
    },
  };
}
