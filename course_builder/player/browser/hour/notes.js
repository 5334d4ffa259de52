// What the room talks about, as short themes, and a note. No names, no patients.

import { button, filled, make } from "../dom.js";
import { field } from "./follow/field.js";
import { followed } from "./follow/followed.js";

const OURS = "notes";
const PAUSE = 1500;

export function mount(element, context) {
  const { data, outbox, say } = context;
  const words = context.words.notes;
  const base = data.server ? `${data.server.base}/followed/notes` : "notes";
  let themes = [];
  let proposed = data.follow.themes;
  let timer = 0;

  const heading = make("h2", {}, words.title);
  const theme = field({ id: "notes-theme", label: words.theme, hint: words.theme_hint, longest: 60 });
  const note = field({ id: "notes-note", label: words.note, hint: words.note_hint, lines: 3 });
  const list = make("ul", { class: "plain row", "aria-label": words.title });
  const none = make("p", { class: "small muted" }, words.none);
  const choices = make("div", { class: "row" });
  const more = make("details", {}, make("summary", {}, words.proposed), choices);
  const form = make("form", { class: "stack" }, theme.element, make("div", { class: "row" }, make("button", { class: "btn sm" }, words.add)));
  const wrong = make("p", { class: "small note bad", role: "alert" });
  wrong.hidden = true;
  element.className = "card stack";
  element.hidden = false;
  element.append(heading, make("p", {}, make("strong", {}, words.rule), " ", words.concern), list, none, form, more, note.element, wrong);

  function put() {
    clearTimeout(timer);
    timer = 0;
    outbox.put(base, { themes, note: note.input.value }, OURS, (reply) => {
      wrong.textContent = reply.ok ? "" : reply.error || "";
      wrong.hidden = !wrong.textContent;
    });
  }

  function add(text) {
    const said = text.trim();
    if (!said || has(said)) return;
    if (themes.length >= data.follow.most_themes) return theme.wrong(words.full);
    theme.wrong("");
    themes = [...themes, said];
    put();
    draw();
    return say(filled(words.added, { theme: said }));
  }

  function remove(text) {
    themes = themes.filter((one) => one !== text);
    theme.wrong("");
    put();
    draw();
    theme.input.focus();
    say(filled(words.removed, { theme: text }));
  }

  const has = (text) => themes.some((one) => one.toLowerCase() === text.toLowerCase());

  function tag(text) {
    const made = button("sm", text, () => remove(text));
    made.setAttribute("aria-label", filled(words.remove, { theme: text }));
    made.append(make("span", { "aria-hidden": "true" }, " ×"));
    return make("li", {}, made);
  }

  function choice(text) {
    return button("sm quiet", text, () => {
      add(text);
      theme.input.focus();
    });
  }

  function draw() {
    list.replaceChildren(...themes.map(tag));
    list.hidden = !themes.length;
    none.hidden = themes.length > 0;
    const left = proposed.filter((one) => !has(one));
    choices.replaceChildren(...left.map(choice));
    more.hidden = !left.length;
  }

  /** What waits here is newer than what the server says; so is what is being written. */
  function take(told) {
    const waits = outbox.all().find(([key]) => key === OURS);
    const now = waits ? waits[1].body : told.themes && told;
    if (told.proposed) ({ proposed } = told);
    if (!now || timer || document.activeElement === note.input) return draw();
    ({ themes } = now);
    note.input.value = now.note;
    return draw();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    add(theme.input.value);
    if (has(theme.input.value.trim())) theme.input.value = "";
    theme.input.focus();
  });
  note.input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(put, PAUSE);
  });
  note.input.addEventListener("change", put);
  let loaded = false;
  outbox.on(() => {
    if (loaded || !outbox.all().length) return;
    loaded = true;
    take({});
  });
  draw();
  followed(context, take);
}
