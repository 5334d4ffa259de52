// Words for the eye and for the ear.

export const fill = (words, values = {}) => words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

let turn = 0;

/** Read out by a screen reader, seen by nobody. */
export function announce(words) {
  const place = document.querySelector("[data-said]");
  if (!place) return;
  turn += 1;
  place.textContent = words + (turn % 2 ? "" : "\u00a0"); // the same words twice are said twice
}

const STAYS = 12000;

/** A toast with a way back; it stays while the mouse or the focus is in it. */
export function toast(words, act) {
  const made = document.getElementById("toast").content.firstElementChild.cloneNode(true);
  const places = document.querySelector("[data-toasts]");
  made.setAttribute("aria-label", words);
  made.querySelector("[data-words]").textContent = words;
  const button = made.querySelector("[data-act]");
  let timer = null;
  const away = () => {
    clearTimeout(timer);
    made.remove();
  };
  const stay = () => clearTimeout(timer);
  const leave = () => {
    clearTimeout(timer);
    timer = setTimeout(away, STAYS);
  };
  if (act) button.addEventListener("click", () => (away(), act()));
  else button.remove();
  made.querySelector("[data-close]").addEventListener("click", away);
  made.addEventListener("pointerenter", stay);
  made.addEventListener("focusin", stay);
  made.addEventListener("pointerleave", leave);
  made.addEventListener("focusout", leave);
  places.replaceChildren(made);
  leave();
}

const NEXT = "author:next-toast";

/** Shown by the page that is opened next. */
export function toastLater(words, revision) {
  sessionStorage.setItem(NEXT, JSON.stringify({ words, revision }));
}

export function toastFromBefore(undo) {
  const kept = sessionStorage.getItem(NEXT);
  sessionStorage.removeItem(NEXT);
  if (!kept) return;
  const { words, revision } = JSON.parse(kept);
  toast(words, revision ? () => undo(revision) : null);
}
