// An action as it stands, with what can be done about it; one that was taken away, with the way back.

import { button, filled, make } from "../../dom.js";

const LONG = { day: "numeric", month: "long", year: "numeric" };

/** `does` is {change, remove, undo}, each called with the item. */
export function actionLine(words, language, item, does) {
  const named = (text, press) => {
    const made = button("sm quiet", text, press);
    made.append(make("span", { class: "vh" }, ` ${item.what}`));
    return made;
  };
  if (item.gone) return make("li", { class: "row between" }, make("span", { class: "muted" }, filled(words.removed, item)), named(words.undo, () => does.undo(item)));
  const day = item.follow_up ? new Date(`${item.follow_up}T12:00`).toLocaleDateString(language, LONG) : "";
  const parts = [make("strong", {}, item.what), make("p", { class: "small muted" }, filled(day ? words.line : words.line_no_day, { ...item, day }))];
  if (item.sign) parts.push(make("p", { class: "small" }, filled(words.child, item)));
  if (item.named) parts.push(make("p", { class: "small note sun" }, words.looks_like_name));
  if (item.wrong) parts.push(make("p", { class: "small note bad" }, item.wrong));
  const tools = make("div", { class: "row" }, named(words.change, () => does.change(item)), named(words.remove, () => does.remove(item)));
  return make("li", { class: "stack tight", "data-action": item.key }, ...parts, tools);
}
