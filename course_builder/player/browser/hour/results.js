// What the room has answered, on the wall: bars, and the same in words and numbers for whoever hears the page. Shown when a leader says so.

import { filled, make } from "../dom.js";

export function mount(element, { data, stage, on, fit }) {
  const { words } = data;
  let rounds = [];
  let drawn = "";

  function draw() {
    const now = stage();
    const id = now && now.show && now.show.what === "results" ? now.show.round : null;
    const one = rounds.find((round) => round.id === id && round.options.every((option) => "count" in option));
    const text = JSON.stringify(one || null);
    if (text === drawn || !one) return;
    drawn = text;
    element.replaceChildren(...shown(one, words));
    if (fit) fit();
  }

  on((what, value) => {
    if (what === "rounds") rounds = value.results || value.rounds;
    if (what === "rounds" || what === "stage") draw();
  });
  draw();
}

function shown(one, words) {
  const heading = make("h1", { tabindex: "-1" }, one.ask);
  if (one.few) return [heading, make("p", { class: "body" }, words.results_few)];
  const most = Math.max(1, ...one.options.map((option) => option.count));
  const rows = one.options.map((option) => {
    const bar = make("i", { "aria-hidden": "true" });
    bar.style.setProperty("--share", (100 * option.count) / most);
    const name = one.kind === "scale" ? [option.key, option.text].filter(Boolean).join(" · ") : option.text;
    const count = make("td", { class: "num" }, make("b", {}, String(option.count)), make("span", { class: "vh" }, ` ${filled(words.results_of, { count: option.count, total: one.total })}`));
    return make("tr", {}, make("th", { scope: "row" }, name), make("td", { class: "bar-cell", "aria-hidden": "true" }, bar), count);
  });
  const head = make("thead", { class: "vh" }, make("tr", {}, make("th", { scope: "col" }, words.results_answer), make("td", {}), make("th", { scope: "col" }, words.results_count)));
  const table = make("table", { class: "results", "data-rows": String(Math.min(rows.length, 10)) }, head, make("tbody", {}, ...rows));
  return [heading, table, make("p", { class: "how num" }, filled(words.results_total, { total: one.total }))];
}
