// A button that makes edits somebody else has thought out: they are sent, shown in their fields, and can be taken back.

import { announce, toast } from "../say.js";
import { remember } from "./one.js";
import { wayTo } from "./way.js";

export function once(desk, form, { send }) {
  const fields = () => [...form.box.querySelectorAll("[data-field]")];

  function show({ at, value }) {
    const way = JSON.stringify(at);
    const field = fields().find((one) => JSON.stringify(wayTo(one)) === way);
    if (!field) return form.renew();
    field.value = String(value);
    field.dataset.was = JSON.stringify(String(value));
    remember(field);
  }

  form.box.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-edits]");
    if (!button) return;
    const edits = JSON.parse(button.dataset.edits);
    const said = button.textContent.trim();
    const home = document.getElementById(button.closest("[data-home]")?.dataset.home ?? "");
    await desk.settled();
    send(edits);
    edits.forEach(show);
    button.disabled = true;
    home?.focus();
    const revision = await form.sent();
    announce(said);
    toast(said, () => desk.undo(revision));
  });
}
