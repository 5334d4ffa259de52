// The items of a list: added, moved, copied and taken away, by buttons, keys and mouse; the focus goes where the thing went.

import { announce, fill, toast } from "../say.js";
import { written } from "./one.js";
import { dragging } from "./drag.js";
import { asQuery, itemsOf, wayTo } from "./way.js";

const UNUSED = 10000;

const listOf = (item) => item.closest("[data-list]");

/** "Fråga 2", as it is called where it stands now. */
export function called(item) {
  const list = listOf(item);
  return `${list.dataset.one} ${itemsOf(list).indexOf(item) + 1}`;
}

/** What speaks of the number of an item, after something has changed places. */
export function renumber(list) {
  for (const item of itemsOf(list)) {
    const name = called(item);
    const own = (query) => [...item.querySelectorAll(query)].filter((one) => one.closest("[data-item]") === item);
    for (const one of own("[data-number]")) one.textContent = name;
    for (const one of own(".arch")) one.textContent = itemsOf(list).indexOf(item) + 1;
    for (const button of own(".tools > button")) button.setAttribute("aria-label", `${button.title}: ${name}`);
    for (const button of own(".nudging button")) button.setAttribute("aria-label", button.getAttribute("aria-label").replace(/[^,]*$/, ` ${name}`));
    for (const one of own(".pick .vh")) one.textContent = ` ${name}`;
    for (const one of own("[data-why] .vh")) one.textContent = ` ${name}`;
  }
}

export function items(desk, form, { send, bind }) {
  const words = form.words;
  let made = UNUSED; // ids of fields are made from numbers, and none may be there twice

  async function fresh(list, query) {
    const way = wayTo(list);
    const asked = new URLSearchParams({ ...form.query, at: asQuery(way), number: String((made += 1)), ...query });
    const { status, data } = await desk.ask(`${desk.facts.address}/form/new?${asked}`);
    if (status === 200) return data;
    announce(desk.words.not_done);
    toast(desk.words.not_done);
    return null;
  }

  /** A new item before the one that is at `index` now; `given` is what some of its fields begin with. */
  async function put(list, query, { index, given = {}, said }) {
    await desk.settled();
    const made = await fresh(list, query);
    if (!made) return null;
    const holder = document.createElement("template");
    holder.innerHTML = made.html.trim();
    const item = holder.content.firstElementChild;
    for (const [name, value] of Object.entries(given)) {
      const field = item.querySelector(`[data-field="${name}"]`);
      field.value = value;
      field.dataset.was = JSON.stringify(value);
      made.value[name] = value;
    }
    list.querySelector("[data-items]").insertBefore(item, itemsOf(list)[index] ?? null);
    bind(item);
    send([{ op: "insert", at: wayTo(list), index, value: made.value }]);
    renumber(list);
    announce(fill(said, { what: called(item) }));
    item.querySelector("textarea, input, select")?.focus();
    form.grew(list);
    return item;
  }

  const after = (item) => itemsOf(listOf(item)).indexOf(item) + 1;
  const add = (list) => put(list, { kind: list.querySelector("[data-kind-of-new]")?.value ?? "" }, { index: itemsOf(list).length, said: words.added });

  function copy(item) {
    const list = listOf(item);
    const step = item.dataset.item || String(itemsOf(list).indexOf(item));
    return put(list, { copy: step }, { index: after(item), said: words.copied });
  }

  function move(item, by, focus) {
    if ("byTime" in listOf(item).dataset) return announce(words.by_time);
    const all = itemsOf(listOf(item));
    const to = all.indexOf(item) + by;
    if (to >= 0 && to < all.length) return moveTo(item, to, focus);
    return announce(fill(to < 0 ? words.first : words.last, { what: called(item) }));
  }

  function moveTo(item, to, focus) {
    const list = listOf(item);
    const all = itemsOf(list);
    const from = all.indexOf(item);
    if (from === to) return;
    send([{ op: "move", at: wayTo(list), item: item.dataset.item || from, index: to }]);
    all[to][to < from ? "before" : "after"](item);
    renumber(list);
    announce(fill(words.moved, { what: list.dataset.one, number: to + 1, all: all.length }));
    (focus ?? item.querySelector("[data-do=up]")).focus();
    item.scrollIntoView({ block: "nearest" });
    form.grew(list);
  }
  dragging(form.box, moveTo);

  async function remove(item) {
    const list = listOf(item);
    const what = called(item);
    const all = itemsOf(list);
    const next = all[all.indexOf(item) + 1] ?? all[all.indexOf(item) - 1];
    await desk.settled();
    const text = item.querySelector(":scope > .item-text [data-field]"); // without an id another may stand there by now
    send([{ op: "remove", at: wayTo(item), ...(text ? { was: written(text) } : {}) }]);
    item.remove();
    renumber(list);
    (next?.querySelector("[data-do=remove]") ?? list.querySelector("[data-do=add]") ?? document.getElementById(list.dataset.home))?.focus();
    const said = fill(words.removed, { what });
    announce(said);
    form.grew(list);
    const revision = await form.sent();
    toast(said, () => desk.undo(revision));
  }

  const does = { up: (item, from) => move(item, -1, from), down: (item, from) => move(item, 1, from), copy, remove };

  form.box.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (!button) return;
    const { do: what } = button.dataset;
    if (what === "add") add(button.closest("[data-list]"));
    else if (does[what]) does[what](button.closest("[data-item]"), button);
  });

  /** In a list of short texts, Enter goes on with the next. */
  form.box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !event.target.matches("textarea.one")) return;
    event.preventDefault();
    const item = event.target.closest("[data-item]");
    put(listOf(item), {}, { index: after(item), said: words.added });
  });

  form.box.addEventListener("keydown", (event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const item = event.target.closest("[data-item]");
    if (!by || !item || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    move(item, by, event.target);
  });

  return { put, moveTo };
}
