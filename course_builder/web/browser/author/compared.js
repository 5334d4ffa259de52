// Two texts beside each other, below each other where there is no room. Rows come from the server.

import { make } from "./make.js";

const NEAR = 2;

export function compared(words, rows, theirs) {
  const shown = near(rows);
  return make("div", { class: "sides" }, [column(words.mine, shown, "after", words.only_mine, "new"), column(theirs, shown, "before", words.only_theirs, "gone")]);
}

function column(title, rows, which, only, mood) {
  const lines = rows.map((row) => line(row, which, only, mood));
  return make("div", { class: "stack tight" }, [make("h3", { text: title }), make("div", { class: "side compared", tabindex: "0", role: "group", "aria-label": title }, lines)]);
}

function line(row, which, only, mood) {
  if (!row) return make("p", { class: "skipped", text: "…" });
  const bits = row[which];
  const own = bits.some(([, mine]) => mine);
  const inner = bits.map(([words, mine]) => (mine ? make("mark", { text: words }) : words));
  return make("p", own ? { class: mood } : {}, own ? [make("span", { class: "vh", text: `${only}: ` }), ...inner] : inner);
}

/** Rows close to a difference; a null stands for those between. */
function near(rows) {
  const differ = rows.map((row) => row.kind !== "same");
  const keep = rows.map((_, place) => differ.slice(Math.max(0, place - NEAR), place + NEAR + 1).some(Boolean));
  const made = [];
  rows.forEach((row, place) => {
    if (keep[place]) made.push(row);
    else if (made.at(-1) !== null) made.push(null);
  });
  return made;
}
