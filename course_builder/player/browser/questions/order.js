import { share } from "../answer/fold.js";
import { idsOf } from "../answer/ids.js";
import { keysIn } from "../answer/pack.js";
import { rowOf, settle } from "../answer/rows.js";
import { filled, icon, make } from "../dom.js";

const rows = (form) => [...form.querySelectorAll(".order > li")];
const mixed = new WeakMap();
const keysOf = (things) => things.map((thing) => thing.key);

function mover(row, up, form, { announce, words }) {
  const name = row.querySelector("span").textContent;
  const made = make("button", { type: "button", class: "btn icon sm", "aria-label": `${up ? words.up : words.down}: ${name}` }, icon(up ? "arrow-up" : "arrow-down"));
  made.addEventListener("click", () => {
    const other = up ? row.previousElementSibling : row.nextElementSibling;
    if (other) other[up ? "before" : "after"](row);
    made.focus();
    const all = rows(form);
    announce(filled(words.moved, { text: name, place: all.indexOf(row) + 1, count: all.length }));
  });
  return made;
}

export default {
  kind: "order",
  /** Buttons, so that nobody has to drag. */
  prepare(form, data, host) {
    mixed.set(form, this.read(form));
    for (const row of rows(form)) {
      row.append(make("span", { class: "moves" }, mover(row, true, form, host), mover(row, false, form, host)));
    }
  },
  read: (form) => rows(form).map((row) => row.dataset.row),
  blank(form) {
    this.write(form, mixed.get(form));
  },
  write(form, answer) {
    const list = form.querySelector(".order");
    const others = rows(form).filter((row) => !answer.includes(row.dataset.row));
    list.append(...answer.map((key) => rowOf(form, key)), ...others);
  },
  mark(data, answer) {
    if (!Array.isArray(answer)) return 0;
    const keys = keysOf(data.items);
    const given = [...new Set(answer)].filter((key) => keys.includes(key));
    const follows = (key, place) => place > 0 && keys.indexOf(given[place - 1]) === keys.indexOf(key) - 1;
    return share(given.filter(follows).length, keys.length - 1);
  },
  pack: (answer) => answer.join(""),
  unpack(packed, data) {
    const answer = keysIn(packed, data.items);
    return answer.length ? answer : null;
  },
  interaction: (data, answer) => ({ type: "sequencing", ...idsOf(data.items, answer, keysOf(data.items)) }),
  show(form, data, answer, words) {
    data.items.forEach(({ key }, place) => {
      const right = answer[place] === key;
      settle(rowOf(form, key), right ? "right" : "wrong", right ? words.right_place : filled(words.belongs_at, { place: place + 1 }));
    });
  },
};
