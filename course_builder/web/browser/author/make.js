// An element with what it is and what is in it.

export function make(tag, { text, on = {}, ...attributes } = {}, inside = []) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  for (const [name, fn] of Object.entries(on)) made.addEventListener(name, fn);
  if (text !== undefined) made.textContent = text;
  made.append(...inside);
  return made;
}
