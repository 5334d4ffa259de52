// A labelled field with its help and, when something is missing, what to write.

import { make } from "../../dom.js";

/** `about` is {id, label, hint, type, value, longest}; -> {element, input, wrong(text)} */
export function field(about) {
  const hint = about.hint ? make("p", { class: "hint", id: `${about.id}-hint` }, about.hint) : "";
  const error = make("p", { class: "error", id: `${about.id}-error` });
  const input = about.lines
    ? make("textarea", { class: "input", id: about.id, rows: about.lines })
    : make("input", { class: "input", id: about.id, type: about.type || "text", autocomplete: "off", maxlength: about.longest || 400 });
  input.value = about.value || "";
  if (hint) input.setAttribute("aria-describedby", hint.id);
  error.hidden = true;
  const element = make("div", { class: "field" }, make("label", { for: about.id }, about.label), hint, input, error);

  function wrong(text) {
    error.textContent = text;
    error.hidden = !text;
    input.setAttribute("aria-invalid", text ? "true" : "false");
    input.setAttribute("aria-describedby", [hint && hint.id, text && error.id].filter(Boolean).join(" "));
    if (text) input.focus();
  }
  return { element, input, wrong };
}
