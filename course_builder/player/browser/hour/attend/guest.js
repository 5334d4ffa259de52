// A guest: by name, or one more without.

import { filled, make } from "../../dom.js";
import { newKey } from "../outbox.js";
import { press } from "./press.js";

/** -> form() */
export function guest(desk) {
  const { words } = desk;

  function named(name) {
    const key = newKey();
    desk.send("guest", { key, name }, `guest:${key}`, (list) => {
      list.rows.push({ id: null, key, name, short: name, here: true, guest: true, afterwards: null });
      list.way = list.way || "names";
    });
    desk.say(filled(words.added, { name }));
  }

  function nameless(more) {
    const guests = Math.max(0, desk.list.guests + more);
    desk.send("guests", { guests }, "guests", (list) => {
      list.nameless += guests - list.guests;
      list.guests = guests;
    });
    desk.say(desk.count());
  }

  return function form() {
    const field = make("input", { class: "input", id: "guest-name", autocomplete: "off", maxlength: "200", "aria-describedby": "guest-hint" });
    const made = make("form", { class: "stack" });
    made.append(
      make("div", { class: "field" }, make("label", { for: "guest-name" }, words.guest_name), make("p", { class: "hint", id: "guest-hint" }, words.guest_hint), field),
      make("div", { class: "row" }, make("button", { class: "btn sm primary" }, words.guest_add), press(words.cancel, desk.close), ...(desk.list.guests ? [press(words.guest_fewer, () => (nameless(-1), desk.close()))] : [])),
    );
    made.addEventListener("submit", (event) => {
      event.preventDefault();
      const name = field.value.trim();
      if (name) named(name);
      else nameless(1);
      desk.close();
    });
    return made;
  };
}
