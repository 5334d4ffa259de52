// element("p", { class: "small", onclick: f }, "text", child): the few lines that build every part of the media pages.
export function element(name, attributes = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...inside.filter((one) => one !== null && one !== undefined && one !== ""));
  return made;
}

// "Laddar upp {name}" with the name in it.
export const filled = (words, values) => words.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));

let made = 0;
export const newId = (start) => `${start}-${++made}`;
