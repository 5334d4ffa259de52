// The form of an action: what, which function, when it is followed up, how a child would notice.

import { button, make } from "../../dom.js";
import { field } from "./field.js";

/** `words.does` stands on its button; `item` is what stands in it; `done(item)` gets what was written, `cancel` is null where there is nothing to go back to. */
export function actionForm(words, item, done, cancel) {
  const id = (name) => `action-${name}-${item.key}`;
  const what = field({ id: id("what"), label: words.what, value: item.what });
  const responsible = field({ id: id("who"), label: words.responsible, hint: words.responsible_hint, value: item.responsible, longest: 200 });
  const day = field({ id: id("day"), label: words.follow_up, hint: words.follow_up_hint, type: "date", value: item.follow_up });
  const sign = field({ id: id("sign"), label: words.sign, value: item.sign });
  const save = make("button", { class: "btn sm primary" }, words.does);
  const form = make(
    "form",
    { class: "stack", novalidate: "" },
    what.element, responsible.element, sign.element, day.element,
    make("div", { class: "row" }, save, ...(cancel ? [button("sm", words.cancel, cancel)] : [])),
  ); // prettier-ignore

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const written = { what: what.input.value.trim(), responsible: responsible.input.value.trim(), sign: sign.input.value.trim(), follow_up: day.input.value || null };
    what.wrong(written.what ? "" : words.needs_what);
    if (!written.what) return;
    responsible.wrong(written.responsible ? "" : words.needs_who);
    if (written.responsible) done({ ...item, ...written });
  });
  return { form, focus: () => what.input.focus() };
}
