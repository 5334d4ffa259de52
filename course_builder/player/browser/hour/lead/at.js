// Places of the page by what they are, and buttons by what they do.

export const at = (name, box = document) => box.querySelector(`[data-is="${name}"]`);
export const act = (name, box = document) => box.querySelector(`[data-do="${name}"]`);

/** Text is set only when it changes: a screen reader says what changes, and a selection is left alone. */
export function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

export function show(element, shown) {
  if (element.hidden === shown) element.hidden = !shown;
}

/** A drawn copy of one of the page's templates. */
export const copy = (name) => document.querySelector(`[data-copy="${name}"]`).content.firstElementChild.cloneNode(true);

/** It stays where it is and can be reached, but does nothing now. */
export function off(button, is) {
  if (is) button.setAttribute("aria-disabled", "true");
  else button.removeAttribute("aria-disabled");
}
