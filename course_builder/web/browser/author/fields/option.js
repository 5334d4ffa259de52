// A right answer becomes one that is not, and the other way round: its text changes key, and what is asked about it changes words.

import { remember } from "./one.js";
import { wayTo } from "./way.js";

export function turned(item, right, words) {
  const answer = item.querySelector("[data-answer]");
  const to = right ? "right" : "wrong";
  const from = answer.dataset.field;
  if (from === to) return [];
  const at = wayTo(item);
  answer.dataset.field = to;
  item.querySelector(".option").classList.toggle("is-right", right);
  item.querySelector("[data-why]").firstChild.textContent = right ? words.why_right : words.why_wrong;
  remember(answer, false);
  return [
    { op: "put", at: [...at, to], value: answer.value.trim() },
    { op: "remove", at: [...at, from] },
  ];
}

/** Of options of which one is right, the others are not. */
export function chosen(input, words) {
  const item = input.closest("[data-item]");
  const others = input.type === "radio" ? [...item.parentElement.children].filter((one) => one !== item) : [];
  return [...others.flatMap((one) => turned(one, false, words)), ...turned(item, input.checked, words)];
}
