// Keys. Letters can be turned off (a voice or a slip types them too); the keys of a presenter always work.

import { act, at } from "./at.js";

const NAME = "course-builder hour keys";
const TYPING = "input:not([type=checkbox]), textarea, select, [contenteditable=true]";

/** `does`: key -> function; `?` opens the list. */
export function keys(does, { words, say }, store = window.localStorage) {
  const dialog = at("keys");
  const box = act("keys-on");
  let on = store.getItem(NAME) !== "off";
  box.checked = on;

  function open() {
    if (!dialog.open) dialog.showModal();
  }

  function turn() {
    on = box.checked;
    store.setItem(NAME, on ? "on" : "off");
    say(on ? words.say_keys_on : words.say_keys_off);
  }

  function pressed(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (dialog.open || event.target.closest(TYPING)) return;
    const letter = event.key.length === 1;
    if (letter && !on) return;
    const wanted = event.key === "?" ? open : does[letter ? event.key.toLowerCase() : event.key];
    if (!wanted) return;
    event.preventDefault();
    wanted();
  }

  act("keys").addEventListener("click", open);
  act("keys-close").addEventListener("click", () => dialog.close());
  box.addEventListener("change", turn);
  document.addEventListener("keydown", pressed);
}
