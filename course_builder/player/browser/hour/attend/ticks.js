// The tick list: columns of boxes, one a name. Boxes stay the same elements while the list is the same, so that nobody
// loses her place when another leader ticks.

import { filled, make } from "../../dom.js";

/** -> draw(body) */
export function ticks(desk) {
  const { words } = desk;
  const boxes = new Map(); // row -> {box, label}
  const place = make("div", { class: "tickrow", role: "group", "aria-label": words.title });
  const nameless = make("p", { class: "small muted" });
  let shape = "";

  function made(row) {
    const box = make("input", { type: "checkbox" });
    box.addEventListener("change", () => desk.here(desk.list.rows.find((one) => name(one) === name(row)), box.checked));
    const after = row.afterwards === "done" ? ` (${words.done_after})` : row.afterwards === "asked" ? ` (${words.asked_after})` : "";
    return { box, label: make("label", { title: row.name }, box, make("span", {}, row.short + after)) };
  }

  return function draw(body) {
    const { rows } = desk.list;
    const now = rows.map((row) => `${name(row)}${row.short}${row.afterwards || ""}`).join("|");
    if (now !== shape) {
      shape = now;
      boxes.clear();
      for (const row of rows) boxes.set(name(row), made(row));
      place.replaceChildren(...[...boxes.values()].map((one) => one.label));
    }
    for (const row of rows) {
      const { box } = boxes.get(name(row));
      box.checked = row.here;
      box.disabled = row.id === null; // on its way: the server has yet to give it a number
    }
    nameless.textContent = desk.list.nameless ? filled(words.guests, { count: desk.list.nameless }) : "";
    const wanted = rows.length ? [place, nameless] : [make("p", {}, words.none), nameless];
    if (body.firstChild !== wanted[0] || body.childNodes.length !== 2) body.replaceChildren(...wanted);
  };
}

const name = (row) => (row.id === null ? row.key : `${row.id}`);
