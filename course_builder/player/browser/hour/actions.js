// "Hos oss": one or two actions that are agreed on while the hour runs. Shown at once, stored by the outbox.

import { button, filled, make } from "../dom.js";
import { actionForm } from "./follow/action_form.js";
import { actionLine } from "./follow/action_line.js";
import { followed } from "./follow/followed.js";
import { newKey } from "./outbox.js";

const OURS = "action:";
const WEEKS = 8;
const A_WEEK = 7 * 24 * 3600 * 1000;

export function mount(element, context) {
  const { data, outbox, say } = context;
  const words = context.words.actions;
  const base = data.server ? `${data.server.base}/followed/actions` : "actions";
  const items = new Map(); // key -> {key, what, responsible, follow_up, sign, gone, named, wrong}
  const replies = new Map(); // key -> {named, wrong}: what the server said of it when it was stored
  let next = new Date(Date.now() + WEEKS * A_WEEK).toISOString().slice(0, 10);
  let open = null; // the key of the item whose form is open; "new" for one more
  let shape = "";

  const heading = make("h2", { tabindex: "-1" }, words.title);
  const list = make("ul", { class: "plain stack", "aria-label": words.title });
  const place = make("div", { class: "stack" });
  const earlier = make("div", { class: "stack tight" });
  element.className = "card stack";
  element.hidden = false;
  element.append(heading, make("p", { class: "small muted" }, words.public), earlier, list, place);

  const there = () => [...items.values()].filter((one) => !one.gone);

  function put(item, said) {
    items.set(item.key, item);
    const body = { key: item.key, what: item.what, responsible: item.responsible, follow_up: item.follow_up, sign: item.sign, gone: Boolean(item.gone) };
    outbox.put(base, body, OURS + item.key, (reply) => heard(item.key, reply));
    open = null;
    draw();
    say(filled(words[said], item));
  }

  function heard(key, reply) {
    const named = Boolean(reply.ok && reply.named);
    const wrong = reply.ok ? "" : reply.error || "";
    replies.set(key, { named, wrong });
    Object.assign(items.get(key), replies.get(key));
    if (wrong) say(wrong);
    else if (named) say(words.looks_like_name);
    draw();
  }

  const does = {
    change(item) {
      open = item.key;
      draw();
    },
    remove(item) {
      put({ ...item, gone: true }, "removed");
      [...list.children][[...items.keys()].indexOf(item.key)]?.querySelector("button")?.focus();
    },
    undo(item) {
      put({ ...item, gone: false }, "back");
      heading.focus();
    },
  };

  /** One form is open at a time, and stays as it is while the list around it is drawn anew. */
  function draw() {
    drawList();
    const many = there().length;
    const now = open || (many < data.follow.few ? `new${many}` : "few");
    if (now === shape) return;
    shape = now;
    const kept = items.get(open);
    const parts = many >= data.follow.few && !kept ? [make("p", { class: "small" }, words.few)] : many ? [] : [make("p", {}, words.none)];
    if (now === "few") parts.push(make("div", { class: "row" }, button("sm", words.third, another)));
    const form = now === "few" ? null : formOf(kept);
    place.replaceChildren(...parts, ...(form ? [form.form] : []));
    if (open) form.focus();
  }

  /** Whoever stands in a line stays there. */
  function drawList() {
    const line = [...list.children].findIndex((one) => one.contains(document.activeElement));
    const place = line < 0 ? -1 : [...list.children[line].querySelectorAll("button")].indexOf(document.activeElement);
    list.replaceChildren(...[...items.values()].map((item) => actionLine(words, data.language, item, does)));
    list.hidden = !items.size;
    if (place >= 0) list.children[line]?.querySelectorAll("button")[place]?.focus();
  }

  function another() {
    open = "new";
    draw();
  }

  function formOf(kept) {
    if (kept) return actionForm({ ...words, does: words.save }, kept, (item) => saved(item, "changed"), cancel);
    const empty = { key: newKey(), what: "", responsible: "", sign: "", follow_up: next };
    return actionForm({ ...words, does: words.add }, empty, (item) => saved(item, "added"), open ? cancel : null);
  }

  function saved(item, said) {
    put({ ...item, gone: false }, said);
    heading.focus();
  }

  function cancel() {
    open = null;
    draw();
    heading.focus();
  }

  /** What waits here is newer than what the server says. */
  function waiting() {
    for (const [key, item] of outbox.all()) {
      if (key.startsWith(OURS) && !items.has(item.body.key) && !item.body.gone) items.set(item.body.key, { ...item.body });
    }
  }

  function take(told) {
    const ours = new Set(outbox.all().map(([key]) => key));
    for (const one of told.actions) if (!ours.has(OURS + one.key)) items.set(one.key, { ...items.get(one.key), ...replies.get(one.key), ...one, gone: false });
    for (const key of [...items.keys()]) {
      if (!ours.has(OURS + key) && !items.get(key).gone && !told.actions.some((one) => one.key === key)) items.delete(key);
    }
    if (told.next !== next && !open) [next, shape] = [told.next, typing() ? shape : ""];
    earlier.replaceChildren(...(told.earlier.length ? [make("h3", {}, words.open), make("ul", { class: "stack tight" }, ...told.earlier.map((one) => make("li", {}, `${one.what}. ${one.responsible}`)))] : []));
    draw();
  }

  const typing = () => [...place.querySelectorAll("input:not([type=date])")].some((input) => input.value);

  outbox.on(() => {
    waiting();
    draw();
  });
  followed(context, take);
}
