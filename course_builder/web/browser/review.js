// The page of review: a comment knows what of the player is seen, and where in its film.

import { mountComments } from "./author/comments.js";

const frame = document.querySelector("[data-player]");
const form = document.querySelector("[data-comment]");
const select = form?.querySelector("[data-spots]");

const inside = () => frame?.contentDocument ?? null;
const visible = (element) => element.offsetParent !== null;

/** What the reader has in the middle of the player, the innermost first. */
function shown() {
  const page = inside();
  if (!page) return [];
  const part = [...page.querySelectorAll("[data-part]")].find((one) => one.tagName === "SECTION" && visible(one));
  if (!part) return [];
  const middle = frame.clientHeight / 2;
  const at = (one) => one.getBoundingClientRect();
  const there = [...part.querySelectorAll("[data-question], [data-block], [data-film]")].filter(
    (one) => visible(one) && at(one).top <= middle && at(one).bottom >= middle,
  );
  const key = (one) => one.dataset.question ?? one.dataset.block ?? one.dataset.film;
  return [...there.reverse().map(key), part.dataset.part];
}

function options() {
  return [...select.options];
}

function chosen() {
  return select.selectedOptions[0];
}

function film() {
  const key = chosen()?.dataset.key;
  return key && "film" in chosen().dataset ? inside()?.querySelector(`[data-film="${CSS.escape(key)}"] video`) : null;
}

function tell() {
  const option = chosen();
  if (!option) return;
  const isFilm = "film" in option.dataset;
  form.querySelector("[data-second]").hidden = !isFilm;
  form.querySelector("[data-do=time]").hidden = !isFilm || !film();
  if (!isFilm) form.elements.second.value = "";
}

const actions = {
  here() {
    const keys = shown();
    // A film discussion that is a part has one key; the film of it is named after the whole.
    const found = keys.map((key) => options().findLast((one) => one.dataset.key === key)).find(Boolean);
    if (found) select.value = found.value;
    tell();
    form.elements.text.focus();
  },
  time() {
    form.elements.second.value = Math.floor(film()?.currentTime ?? 0);
    form.elements.text.focus();
  },
};

if (form) {
  form.querySelector("[data-script]").hidden = false;
  select.addEventListener("change", tell);
  form.addEventListener("click", (event) => actions[event.target.closest("[data-do]")?.dataset.do]?.());
  tell();
}
mountComments();
