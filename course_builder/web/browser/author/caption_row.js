// One caption: its times, its words, and what can be done with it. Every button says which line it is about.
import { clock, milliseconds } from "./cue_times.js";
import { element, filled, newId } from "./element.js";

export function captionRow({ line, number, words, last, problems, act }) {
  const [startId, endId, textId, listId] = [newId("starts"), newId("ends"), newId("cue"), newId("cue-problems")];
  const which = filled(words.line, { number: number + 1 });
  const hidden = () => element("span", { class: "vh" }, ` ${which}`);
  const told = element("ul", { class: "plain small", id: listId });
  const text = element("textarea", { class: "input", id: textId, rows: "2", "aria-describedby": listId });
  text.value = line.text;
  text.addEventListener("input", () => act.edited(line, { text: text.value }));

  const time = (id, label, key) => {
    const input = element("input", { class: "input", id, inputmode: "decimal", value: clock(line[key]), "aria-describedby": listId });
    input.addEventListener("change", () => {
      const value = milliseconds(input.value);
      input.setAttribute("aria-invalid", String(value === null));
      if (value === null) mark([words.bad_time]);
      else act.edited(line, { [key]: value });
    });
    return [input, element("div", { class: "field" }, element("label", { for: id }, label, hidden()), input)];
  };
  const [start, starts] = time(startId, words.starts, "start");
  const [, ends] = time(endId, words.ends, "end");
  const button = (label, pressed) => element("button", { type: "button", class: "btn quiet sm", onclick: pressed }, label, hidden());
  const buttons = element(
    "div",
    { class: "row" },
    button(words.play, () => act.play(line)),
    button(words.split, () => act.split(line, text.selectionStart)),
    last ? null : button(words.join, () => act.join(line)),
    button(words.remove, () => act.remove(line)),
  );
  const row = element("li", { class: "cue" }, element("div", { class: "times" }, starts, ends, buttons), element("div", { class: "field" }, element("label", { for: textId }, words.text, hidden()), text), told);

  function mark(found) {
    told.replaceChildren(...found.map((one) => element("li", {}, one)));
    row.classList.toggle("look", found.length > 0);
  }
  mark(problems);
  return Object.assign(row, { mark, text: () => text.focus(), start: () => start.focus() });
}
