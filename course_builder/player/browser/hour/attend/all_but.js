// "Alla utom …": those who are not here are ticked, and everybody else was.

import { make } from "../../dom.js";
import { press } from "./press.js";

/** -> form() */
export function allBut(desk) {
  const { words } = desk;

  return function form() {
    const away = new Set();
    const done = press(words.all_but_do_none, finish, "primary");
    const rows = desk.list.rows.filter((row) => row.id !== null);

    function box(row) {
      const input = make("input", { type: "checkbox" });
      input.addEventListener("change", () => {
        if (input.checked) away.add(row.id);
        else away.delete(row.id);
        done.textContent = away.size ? words.all_but_do : words.all_but_do_none;
      });
      return make("label", { title: row.name }, input, make("span", {}, row.short));
    }

    function finish() {
      desk.send("all-but", { absent: [...away] }, "all-but", (list) => {
        for (const row of list.rows) row.here = !away.has(row.id);
        list.way = list.way || "names";
      });
      desk.close();
      desk.say(desk.count());
    }

    const help = make("legend", {}, words.all_but_help);
    const list = make("fieldset", { class: "stack tight plain" }, help, make("div", { class: "tickrow" }, ...rows.map(box)));
    return make("div", { class: "stack" }, list, make("div", { class: "row" }, done, press(words.cancel, desk.close)));
  };
}
