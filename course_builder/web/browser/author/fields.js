// Forms in place: what the file says as keys and lists, shown as fields. Each change is one edit of the file; the rest of it stays.

import { agendaForm } from "./agenda/form.js";
import { caseMap } from "./case_map.js";
import { filmForm } from "./film/form.js";
import { written } from "./film/times.js";
import { pick } from "./picker.js";
import { announce } from "./say.js";
import { items } from "./fields/items.js";
import { once } from "./fields/once.js";
import { edits, remember } from "./fields/one.js";
import { chosen } from "./fields/option.js";
import { wayTo } from "./fields/way.js";

const FIELD = "[data-field]";
const FILM = "[data-group=film], [data-group=described], [data-group=signed]";
const PARTS = [once, filmForm, agendaForm, caseMap];
const RELOADED = "Case"; // what a scene leads to is chosen among the others

function words(box) {
  return JSON.parse(box.querySelector("[data-field-words]").textContent);
}

/** The form of a place: `{path, at, block}` of the file, in `mount`. Resolves when it is shown. */
export async function openForm(desk, mount, { path, at = "", block = null }) {
  const query = { path, at, ...(block === null ? {} : { block: String(block) }) };
  const html = await fetched(desk, query);
  if (html === null) return null;
  mount.innerHTML = html;
  const form = bound(desk, mount, query);
  lead(mount);
  return form;
}

/** To what a list of places points at: the field, or the first one of the group, that has the problem of that line. */
function lead(mount) {
  const line = Number(new URLSearchParams(location.search).get("line"));
  if (!line) return;
  const told = mount.querySelector(`[data-told] > [data-line="${line}"]`);
  const field = told?.closest("[data-box], [data-group], [data-list], [data-item]")?.querySelector(FIELD);
  for (let here = field?.closest("details"); here; here = here.parentElement.closest("details")) here.open = true;
  field?.focus();
}

async function fetched(desk, query) {
  const answer = await fetch(`${desk.facts.address}/form?${new URLSearchParams(query)}`, { cache: "no-store" }).catch(() => null);
  return answer?.ok ? answer.text() : null;
}

function bound(desk, mount, query) {
  const box = mount.querySelector("[data-fields]");
  const block = "block" in query ? (query.block.startsWith("#") ? query.block : Number(query.block)) : null;
  let last = null;
  let stale = false;
  const hear = []; // after every save that the form has seen
  const send = (made) => made.length && desk.edit(query.path, block, made);
  const form = {
    box,
    query,
    words: words(box),
    grew: () => (stale = stale || box.dataset.formName === RELOADED),
    sent: async () => (await desk.settled(), last),
    renew: () => (stale = true),
    reload: async () => (await desk.settled(), reload()),
    changed: (fn) => hear.push(fn),
  };

  function bind(root) {
    for (const field of root.querySelectorAll(FIELD)) remember(field);
  }
  bind(box);
  const own = items(desk, form, { send, bind });
  for (const part of PARTS) part(desk, form, { send, ...own });

  box.addEventListener("input", (event) => {
    const field = event.target.closest(FIELD);
    if (event.target.matches("[data-right]")) send(chosen(event.target, form.words));
    else if (field) send(edits(field));
    stale = stale || event.target.matches("[data-reloads]");
    begin(event.target);
  });
  box.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do=choose]");
    if (button) choose(button);
  });

  function begin(field) {
    const details = field.closest("details");
    const shown = details?.querySelector(":scope > summary [data-begins]");
    if (shown && details.querySelector(FIELD) === field) shown.textContent = field.value.slice(0, 90);
  }

  async function choose(button) {
    const field = button.parentElement.querySelector(FIELD);
    const place = button.closest("[data-box]").appendChild(document.createElement("div"));
    const found = await pick({ mount: place, base: desk.facts.address, shownIn: query.path, words: desk.facts.media, kinds: kindsFor(field) });
    place.remove();
    button.focus();
    if (!found) return;
    field.value = found.path;
    send(edits(field));
    if (!field.closest(FILM)) return;
    measured(field, found.facts);
    field.focus(); // it has an id, by which it is found again
    form.reload();
  }

  /** How long a film is, was measured when it came in. */
  function measured(file, { milliseconds = 0 }) {
    const length = file.closest("[data-group]").querySelector("[data-field=length]");
    if (file.dataset.field !== "file" || !length || length.value || !milliseconds) return;
    length.value = written(Math.round(milliseconds / 1000));
    send(edits(length));
  }

  /** The problems of each place as they are now; what is being written stays as it is. */
  async function refresh() {
    const html = await fetched(desk, query);
    if (html === null || !box.isConnected) return;
    const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("[data-fields]");
    const told = new Map([...fresh.querySelectorAll("[data-told]")].map((list) => [place(list), list]));
    for (const list of box.querySelectorAll("[data-told]")) {
      const now = told.get(place(list))?.innerHTML ?? "";
      if (list.innerHTML !== now) list.innerHTML = now;
    }
    drawAnew(fresh);
    for (const fn of hear) fn();
  }

  /** What is worked out of the whole, such as a sum; its words are read out when they are others. */
  function drawAnew(fresh) {
    const seen = {};
    for (const part of box.querySelectorAll("[data-live]")) {
      const name = part.dataset.live; // several of one name follow each other as their things do
      const now = fresh.querySelectorAll(`[data-live="${name}"]`)[(seen[name] = (seen[name] ?? -1) + 1)];
      if (!now || now.innerHTML === part.innerHTML) continue;
      const said = part.querySelector("[data-say]")?.textContent;
      part.innerHTML = now.innerHTML;
      const words = part.querySelector("[data-say]")?.textContent;
      if (words && words !== said) announce(words);
    }
  }

  async function reload() {
    const at = document.activeElement;
    const focused = at?.id || at?.closest("[data-box]")?.querySelector(FIELD)?.id; // a button beside a field has no name of its own
    const open = [...box.querySelectorAll("details[open]")].map((one) => one.closest("[data-item]")?.dataset.item);
    const html = await fetched(desk, query);
    if (html === null || !box.isConnected) return;
    mount.innerHTML = html;
    bound(desk, mount, query);
    for (const id of open.filter(Boolean)) mount.querySelector(`[data-item="${CSS.escape(id)}"] details`)?.setAttribute("open", "");
    const again = focused ? document.getElementById(focused) : null;
    for (let here = again?.closest("details"); here; here = here.parentElement.closest("details")) here.open = true;
    again?.focus();
  }

  desk.on("saved", ({ path, revision, waits }) => {
    if (path !== query.path || !box.isConnected) return;
    last = revision;
    if (waits) return;
    if (stale) reload();
    else refresh();
  });
  desk.on("changed", ({ path }) => {
    if (path !== query.path || !box.isConnected) return false;
    reload();
    return true;
  });
  return form;
}

function kindsFor(field) {
  if (field.dataset.field !== "file") return ["picture"];
  return field.closest(FILM) ? ["film"] : ["document", "picture"];
}

/** A list of problems belongs to the field or the item it stands in. */
function place(list) {
  const owner = list.closest("[data-box], [data-item], [data-list], [data-group], [data-fields]");
  const field = list.closest(".field")?.querySelector(FIELD);
  return JSON.stringify([wayTo(field ?? owner), Boolean(field)]);
}

/** What has no form is shown as text. */
function asText() {
  const here = new URL(location.href);
  here.searchParams.set("as", "text");
  location.replace(here);
}

export function mountForms(desk) {
  for (const mount of document.querySelectorAll("[data-form]")) {
    openForm(desk, mount, { path: mount.dataset.path, at: mount.dataset.at }).then((form) => {
      if (form === null && navigator.onLine) asText();
    });
  }
  desk.openForm = (mount, place) => openForm(desk, mount, place);
}
