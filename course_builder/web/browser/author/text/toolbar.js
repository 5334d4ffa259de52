// The toolbar above the text: one stop for Tab, arrow keys between its buttons, and the same things as keys in the text.

import { BLOCKS, OFFERED } from "./blocks.js";
import { around, before, block, insert, link, picture } from "./marks.js";

export function actions(view, words, host) {
  return {
    heading: () => before(view, () => "## "),
    bold: () => around(view, "**", words.sample),
    italic: () => around(view, "*", words.sample),
    list: () => before(view, () => "- "),
    numbers: () => before(view, (number) => `${number}. `),
    link: () => link(view, "", words.sample_link),
    law: () => link(view, "law:", words.sample_law),
    article: () => link(view, "crc:", words.sample_article),
    region: () => insert(view, "{region."),
    picture: () => pick(view, host),
  };
}

/** Whoever has a way to choose a picture answers the event with `place(path, alt)`; else the names are offered. */
function pick(view, host) {
  const detail = { place: (path, alt) => picture(view, path, alt) };
  if (host.dispatchEvent(new CustomEvent("pick-picture", { bubbles: true, cancelable: true, detail }))) picture(view);
}

/** Puts the server's buttons to work. `[data-do]` is an action, `[data-block]` a block to set in. */
export function toolbar(bar, view, words, host) {
  const known = actions(view, words, host);
  const buttons = () => [...bar.querySelectorAll("button, summary")].filter((one) => one.checkVisibility());
  bar.hidden = false;
  bar.addEventListener("click", ({ target }) => {
    const pressed = target.closest("[data-do], [data-block]");
    if (!pressed) return;
    const menu = pressed.closest("details");
    if (menu) menu.open = false;
    if (pressed.dataset.do) known[pressed.dataset.do]();
    else block(view, BLOCKS[pressed.dataset.block](words.samples), OFFERED.includes(pressed.dataset.block));
  });
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const menu = event.target.closest("details[open]");
    if (event.key === "Escape" && menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
    const end = { Home: 0, End: -1 }[event.key];
    if (!step && end === undefined) return;
    event.preventDefault();
    const all = buttons();
    go(all, all.at(end ?? (all.indexOf(document.activeElement) + step) % all.length));
  });
  bar.addEventListener("focusin", ({ target }) => go(buttons(), target.closest("button, summary"), false));
  go(buttons(), buttons()[0], false);
  return known;
}

function go(all, chosen, focus = true) {
  if (!chosen) return;
  for (const one of all) one.tabIndex = one === chosen ? 0 : -1;
  if (focus) chosen.focus();
}
