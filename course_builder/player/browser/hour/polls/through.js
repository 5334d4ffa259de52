// Words that the room has written: only those that a leader has read and chosen are shown.

import { make } from "../../dom.js";

export function through(one, words, save) {
  const said = Object.keys(one.words || {});
  if (!said.length) return null;
  const chosen = new Set(one.options.map((option) => option.text));
  const boxes = said.map((word) => {
    const box = make("input", { type: "checkbox", value: word, ...(chosen.has(word) && { checked: "" }) });
    return make("label", { class: "row" }, box, make("span", {}, `${word} (${one.words[word]})`));
  });
  const form = make("form", { class: "stack tight" }, make("fieldset", { class: "plain stack tight" }, make("legend", {}, words.let), make("p", { class: "small muted" }, words.let_help), ...boxes), make("div", { class: "row" }, make("button", { class: "btn" }, words.let_save)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save([...form.querySelectorAll(":checked")].map((box) => box.value));
  });
  return form;
}
