// Somebody who came without being awaited: looked for by name among everybody of the region.

import { filled, make } from "../../dom.js";
import { newKey } from "../outbox.js";
import { press } from "./press.js";

const PAUSE = 250;
const SHORTEST = 2;

/** -> form() */
export function walkIn(desk) {
  const { words, base } = desk;

  function add(found) {
    const key = newKey();
    desk.send("person", { key, person: found.person }, `person:${key}`, (list) => {
      list.rows.push({ id: null, key, name: found.name, short: found.name, here: true, guest: false, afterwards: null });
      list.way = list.way || "names";
    });
    desk.close();
    desk.say(filled(words.added, { name: found.name }));
  }

  return function form() {
    const field = make("input", { class: "input", id: "walk-in", type: "search", autocomplete: "off" });
    const told = make("div", { role: "status" });
    let timer = 0;
    let turn = 0;

    async function look() {
      const mine = ++turn;
      const text = field.value.trim();
      if (text.length < SHORTEST) return told.replaceChildren();
      const answer = await fetch(`${base}/search.json?q=${encodeURIComponent(text)}`, { headers: { Accept: "application/json" } }).catch(() => null);
      if (mine !== turn) return undefined;
      if (!answer || !answer.ok) return told.replaceChildren(words.walk_in_offline);
      const { found } = await answer.json();
      return told.replaceChildren(found.length ? make("ul", { class: "plain stack tight" }, ...found.map(line)) : words.walk_in_none);
    }

    const line = (found) => make("li", {}, press(found.unit ? `${found.name}, ${found.unit}` : found.name, () => add(found)));
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(look, PAUSE);
    });
    return make("div", { class: "stack" }, make("div", { class: "field" }, make("label", { for: "walk-in" }, words.walk_in_name), field), told, make("div", { class: "row" }, press(words.cancel, desk.close)));
  };
}
