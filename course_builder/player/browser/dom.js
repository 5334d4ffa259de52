// Elements and icons. Texts are always set as text; only an icon's fixed markup is parsed.

export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const name in attributes) element.setAttribute(name, attributes[name]);
  element.append(...children);
  return element;
}

/** An icon of the page's sprite; always beside a word. */
export function icon(name, classes = "i") {
  const box = document.createElement("i");
  box.innerHTML = `<svg class="${classes}" aria-hidden="true"><use href="#i-${name}"/></svg>`;
  return box.firstChild;
}

export const button = (classes, words, press) => {
  const made = make("button", { type: "button", class: `btn ${classes}` }, words);
  made.addEventListener("click", press);
  return made;
};

/** `{number} of {count}` with its values. */
export const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** Moves the reader there; the place must be able to take focus. */
export function arrive(element) {
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest" });
}
