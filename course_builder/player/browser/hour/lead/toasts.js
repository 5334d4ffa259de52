// What has just been done and can be undone: for at least ten seconds, and as long as somebody is there.

import { at, copy } from "./at.js";

const STAYS = 12000;

/** -> toast(text, undo); a new one takes the place of the old. */
export function toasts() {
  const box = at("toasts");

  return function toast(text, undo) {
    const made = copy("toast");
    const button = made.querySelector("button");
    made.querySelector("span").textContent = text;
    button.addEventListener("click", () => {
      undo();
      leave(made);
    });
    box.replaceChildren();
    window.setTimeout(() => box.replaceChildren(made), 20); // a region that is there already is said when it is filled
    window.setTimeout(() => gone(made), STAYS);
    return made;
  };

  function gone(made) {
    if (made.contains(document.activeElement) || made.matches(":hover")) window.setTimeout(() => gone(made), STAYS);
    else made.remove();
  }

  function leave(made) {
    if (made.contains(document.activeElement)) at("title").focus({ preventScroll: true });
    made.remove();
  }
}
