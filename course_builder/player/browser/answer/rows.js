// Rows to choose from, and how a row says what became of it: icon, words and border, never colour alone.

import { icon, make } from "../dom.js";

export const ICONS = { right: "check", wrong: "x", rest: "minus" };

const inputs = (form) => [...form.querySelectorAll("input")];

export const chosen = (form) => inputs(form).filter((input) => input.checked).map((input) => input.value);

export function choose(form, values) {
  for (const input of inputs(form)) input.checked = values.includes(input.value);
}

export const rowOf = (form, key) => form.querySelector(`[data-row="${key}"]`);

/** `state`: right, wrong or rest. What is added bears the class `fb`, so that a new try can take it away. */
export function settle(row, state, words) {
  row.classList.add(state);
  row.prepend(icon(ICONS[state], "i res fb"));
  const say = row.querySelector(".say");
  if (words) row.insertBefore(make("span", { class: "mark fb" }, words), say);
}

export function settleRows(form, right, answer, words) {
  for (const { value } of inputs(form)) {
    const mine = answer.includes(value);
    const [state, said] = right.includes(value)
      ? ["right", mine ? words.right_yours : words.right_answer]
      : mine
        ? ["wrong", words.wrong_yours]
        : ["rest", ""];
    settle(rowOf(form, value), state, said);
  }
}

export function unsettle(form) {
  for (const added of form.querySelectorAll(".fb")) added.remove();
  for (const row of form.querySelectorAll("[data-row]")) row.classList.remove("right", "wrong", "rest");
}
