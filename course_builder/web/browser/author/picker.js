// Choosing a file for a place in the text. A picture cannot be placed before somebody has said what it shows, or that it says nothing.
import { alternative } from "./alternative.js";
import { element, filled, newId } from "./element.js";
import { token } from "./sending.js";
import { uploader } from "./upload.js";

export const DECORATIVE = "-";

// Opens in place, inside `mount`. Resolves with { path, alt, facts } or null; `alt` is "-" for a decorative picture, "" for what is none.
// `path` is as the text at `shownIn` writes it.
export function pick({ mount, base, shownIn, words, kinds = ["picture"] }) {
  return new Promise((resolve) => {
    const before = document.activeElement;
    const heading = element("h2", { class: "h3", id: newId("picker"), tabindex: "-1" }, kinds.length === 1 ? words[`choose_${kinds[0]}`] : words.choose);
    const body = element("div", { class: "stack" });
    const panel = element("section", { class: "picker card stack", "aria-labelledby": heading.id }, heading, body);

    async function close(result) {
      if (result && shownIn.includes("/")) result.path = await borrowed(base, { path: result.path, shown_in: shownIn });
      panel.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      resolve(result);
    }

    async function chosen(file) {
      const path = file.borrow ? await borrowed(base, { kind: file.draft.kind, name: file.draft.name, path: file.path }) : file.path;
      if (file.kind !== "picture") return close({ path, alt: "", facts: file });
      const known = { ...file, path };
      body.replaceChildren(await alternative({ base, words, file: known, back: list, placed: (alt) => close({ path, alt, facts: known }), cancel: () => close(null) }));
      body.querySelector("input, textarea")?.focus();
    }

    function list() {
      body.replaceChildren(choice({ base, words, kinds, chosen, cancel: () => close(null) }));
    }

    panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close(null);
    });
    list();
    mount.append(panel);
    heading.focus();
    panel.scrollIntoView({ block: "nearest" });
  });
}

function choice({ base, words, kinds, chosen, cancel }) {
  const results = element("div", { class: "stack", "aria-live": "polite" });
  const field = newId("search");
  const search = element("input", { class: "input", id: field, type: "search", autocomplete: "off" });
  const up = uploader({
    to: `${base}/uploads`,
    words,
    kinds,
    done: (state, file) => chosen({ ...state.facts, path: state.path, name: file.name, address: null }),
  });
  let timer = 0;
  const ask = async () => {
    const query = new URLSearchParams([["q", search.value], ...kinds.map((kind) => ["kinds", kind])]);
    const answer = await fetch(`${base}/media/choice?${query}`, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    const { own, others } = await answer.json();
    results.replaceChildren(...groups(words, own, others, chosen, search.value));
  };
  search.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 200);
  });
  ask();
  return element(
    "div",
    { class: "stack" },
    up,
    element("div", { class: "field" }, element("label", { for: field }, words.search), search),
    results,
    element("div", { class: "row" }, element("button", { type: "button", class: "btn quiet", onclick: cancel }, words.cancel)),
  );
}

function groups(words, own, others, chosen, searched) {
  if (!own.length && !others.length) return [element("p", { class: "muted" }, searched ? words.none_found : words.none)];
  const group = (title, files, borrow) => {
    if (!files.length) return null;
    const list = element("ul", { class: "plain picker-files" }, ...files.map((file) => element("li", {}, option(words, file, borrow, chosen))));
    return element("div", { class: "stack tight" }, element("h3", { class: "h4" }, title), list);
  };
  return [group(words.own, own, false), group(words.others, others, true)].filter(Boolean);
}

function option(words, file, borrow, chosen) {
  const picture = file.kind === "picture" ? element("img", { src: file.address, alt: "", loading: "lazy" }) : null;
  const from = borrow ? element("span", { class: "small muted" }, filled(words.from, { title: file.draft.title })) : null;
  return element("button", { type: "button", class: "picker-file", onclick: () => chosen({ ...file, borrow }) }, picture, element("span", {}, file.name), from);
}

async function borrowed(base, wanted) {
  const answer = await fetch(`${base}/media/borrow`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRF-Token": token() },
    body: JSON.stringify(wanted),
  });
  return (await answer.json()).path;
}
