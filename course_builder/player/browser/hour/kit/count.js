// How many are there, in a meeting kit: a number, which the summary takes along. Names are on the attendance list of paper.

import { make } from "../../dom.js";
import { field } from "../follow/field.js";

export const OURS = "present";

export function mount(element, context) {
  const words = context.words.kit;
  const present = field({ id: "kit-present", label: words.present, hint: words.present_hint, type: "number" });
  const guests = field({ id: "kit-guests", label: words.guests, type: "number" });
  for (const { input } of [present, guests]) {
    input.min = 0;
    input.max = 1000;
    input.addEventListener("change", () => context.outbox.put(OURS, { present: present.input.value, guests: guests.input.value }, OURS));
  }
  element.className = "card stack";
  element.hidden = false;
  element.append(make("h2", {}, words.count), present.element, guests.element, make("p", { class: "small muted" }, words.names));
  let loaded = false;
  context.outbox.on(() => {
    const kept = context.outbox.all().find(([key]) => key === OURS);
    if (!kept || loaded) return;
    loaded = true;
    present.input.value = kept[1].body.present;
    guests.input.value = kept[1].body.guests;
  });
}
