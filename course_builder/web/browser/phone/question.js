// One question on the phone: its form, and what is said of the answer.

import { el } from "./el.js";

const BETWEEN = ",";
const LONGEST_WORD = 40;

/** -> {element, say(state)}; `send(given)` when she answers. `before` is what she answered already. */
export function question(asked, words, before, send) {
  const said = el("p", { class: "said", role: "status" });
  const input = asked.kind === "word" ? word(asked, words, before) : options(asked, words, before);
  const form = el("form", { novalidate: "" }, input, el("button", {}, words.answer), said);
  const element = el("section", { "data-round": asked.id, tabindex: "-1" }, form, el("p", { class: "help" }, words.change));

  function say(state) {
    said.className = `said ${state}`;
    said.textContent = words[state] || "";
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const given = read(form, asked.kind);
    if (given) send(given);
    else say("wrong");
  });
  return { element, say };
}

function read(form, kind) {
  if (kind === "word") return form.elements.given.value.trim();
  return [...form.querySelectorAll("input:checked")].map((one) => one.value).join(BETWEEN);
}

function word(asked, words, before) {
  const input = el("input", { name: "given", maxlength: LONGEST_WORD, autocomplete: "off", "aria-describedby": `help-${asked.id}`, value: before || "" });
  return el("div", {}, el("h2", {}, asked.ask), el("label", { class: "word" }, words.word, input), el("p", { class: "help", id: `help-${asked.id}` }, words.word_help));
}

function options(asked, words, before) {
  const chosen = before ? before.split(BETWEEN) : [];
  const type = asked.kind === "choices" ? "checkbox" : "radio";
  const rows = asked.options.map(({ key, text }) => {
    const input = el("input", { type, name: "given", value: key, ...(chosen.includes(key) && { checked: "" }) });
    return el("label", { class: "option" }, input, el("span", {}, asked.kind === "scale" ? [key, text].filter(Boolean).join(" · ") : text));
  });
  const help = { choices: words.choices_help, corners: words.corners_help }[asked.kind];
  return el("fieldset", {}, el("legend", {}, asked.ask), help ? el("p", { class: "help" }, help) : "", ...rows);
}
