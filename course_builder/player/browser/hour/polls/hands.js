// Hands that were raised, or answers on paper, typed in: they stand beside what the phones have answered.

import { make } from "../../dom.js";

const MOST = 1000;

export function hands(one, words, save) {
  const inputs = one.options.map((option) => {
    const id = `hands-${one.id}-${option.key}`;
    const input = make("input", { class: "input short", id, type: "number", inputmode: "numeric", min: "0", max: MOST, value: one.paper[option.key] ?? "", "data-key": option.key });
    return make("div", { class: "field across" }, make("label", { for: id }, [one.kind === "scale" && option.key, option.text].filter(Boolean).join(" · ")), input);
  });
  const form = make("form", { class: "stack tight" }, make("p", { class: "small muted" }, words.hands_help), ...inputs, make("div", { class: "row" }, make("button", { class: "btn" }, words.hands_save)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const counts = [...form.querySelectorAll("[data-key]")].map((input) => [input.dataset.key, Math.min(MOST, Math.max(0, Math.round(Number(input.value) || 0)))]);
    save(Object.fromEntries(counts));
  });
  return make("details", { class: "more-tools", ...(one.few && one.state !== "open" && { open: "" }) }, make("summary", {}, words.hands), form);
}
