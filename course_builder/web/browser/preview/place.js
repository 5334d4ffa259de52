// The writer and the preview follow each other: a line of the text, and the paragraph that comes from it.

const HERE = "at-cursor";
const ACTIVE = "a, button, input, select, textarea, summary, video, label";

const lineOf = (element) => Number(element.dataset.line);

/** The last element that begins on the line or before it. */
function at(line) {
  const all = [...document.querySelectorAll("[data-line]")].sort((one, other) => lineOf(one) - lineOf(other));
  return all.findLast((element) => lineOf(element) <= line) ?? document.querySelector("h1");
}

function isSeen(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight && (top >= 0 || bottom <= innerHeight || bottom > innerHeight / 2);
}

export function follow(line) {
  for (const one of document.querySelectorAll(`.${HERE}`)) one.classList.remove(HERE);
  const element = at(line);
  if (!element) return;
  element.classList.add(HERE);
  if (!isSeen(element)) element.scrollIntoView({ block: "center", behavior: "instant" });
}

/** `chosen(line)` when somebody presses a text that does nothing else. */
export function pressed(chosen) {
  document.addEventListener("click", (event) => {
    const element = event.target.closest("[data-line]");
    const says = document.getSelection().isCollapsed;
    if (element && says && !event.target.closest(ACTIVE)) chosen(lineOf(element));
  });
}
